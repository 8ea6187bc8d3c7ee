import Canvas
import Experiment
import Randomness
import Statistics

/// For each model the share of problems on which its error is within a factor of the best (Dolan and
/// Moré 2002). A problem is a seed of a quantity of a task.
public struct PerformanceProfile: FigureRecipe {
  /// The largest factor that is shown.
  public var largestFactor = 100.0
  /// Resamples of the problems for the bands.
  public var resamples = 2_000

  /// Where its figures stand.
  public static let subject = FigureSubject.standing

  /// With every parameter at its default.
  public init() {}

  /// One figure, where there are two models and two problems.
  public func figures(across source: SuiteSource) -> [FigureData] {
    let trials = SuiteTrials(source)
    let costs = trials.problems.map { $0.map(\.error) }
    guard trials.models.count > 1, costs.count > 1,
      let profile = ProblemProfile.performance(costs: costs)
    else { return [] }
    let styles = trials.models.map(source.style)
    let emphasised = ShareCurve.emphasised(styles)
    let range = 1...largestFactor
    let series = trials.models.indices.map { model -> LinePlot.Series in
      let steps = profile.steps(of: model)
      let isPlain = !emphasised.isEmpty && !emphasised.contains(styles[model])
      return ShareCurve.series(
        source.title(of: trials.models[model]), style: styles[model], steps: steps,
        bands: isPlain ? [] : bands(profile, model, steps), over: range)
    }
    let wins = trials.models.indices.map { profile.share(of: $0, within: 1) }
    return [figure(source, series, emphasised, problems: costs.count, wins: wins)]
  }

  private func bands(
    _ profile: ProblemProfile, _ model: Int, _ steps: [ProfileStep]
  ) -> [ConfidenceInterval] {
    let limits = steps.map(\.limit)
    guard !limits.isEmpty else { return [] }
    let bootstrap = StratifiedBootstrap(
      resamples: resamples, random: RandomStream(seed: 0).stream("performance-profile"))
    return profile.band(of: model, at: limits, bootstrap: bootstrap)
  }

  private func figure(
    _ source: SuiteSource, _ series: [LinePlot.Series], _ emphasised: [Int], problems: Int,
    wins: [Double]
  ) -> FigureData {
    let best = zip(series, wins).sorted { ($0.1, $1.0.style) > ($1.1, $0.0.style) }.prefix(3)
      .map { "\($0.0.name) \(Int((100 * $0.1).rounded())) %" }
    let plot = LinePlot(
      x: Axis("error over the smallest of the problem", .logarithmic, range: 1...largestFactor),
      y: Axis("share of problems", range: 0...1), series: series, joining: .steps,
      guides: [.vertical(2, "twice"), .vertical(10, "ten times")], emphasised: emphasised)
    return FigureData(
      kind: "performance-profile", title: "Performance profile",
      caption: "Share of \(problems) problems (a seed of a quantity of a task) on which a model's "
        + "error is within a factor of the smallest; a missing value counts as not solved. Left "
        + "end: share of wins, ties for all; beside the names: share within "
        + "\(NumberText.short(largestFactor, digits: 1)) times. Bands: 95 % over resampled problems. "
        + "Only the curve of the best can be read as an order."
        + FigureSource.sentences(about: plot),
      reading: "Most wins: \(best.joined(separator: "; ")).", content: .lines(plot))
  }
}
