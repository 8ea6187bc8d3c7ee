import Canvas
import Experiment
import Statistics

/// For each model the share of pairs of a target and a problem that it reaches within a time of
/// training: the empirical distribution of run lengths over targets (Hansen et al. 2021, COCO). Targets
/// are errors at equal ratios, in units of the median model's error on the problem.
public struct TargetECDF: FigureRecipe {
  /// The number of targets.
  public var targetCount = 31
  /// The easiest target.
  public var easiest = 2.0

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// One figure, where the cost of training was measured.
  public func figures(across source: SuiteSource) -> [FigureData] {
    let trials = SuiteTrials(source)
    let scaled = trials.problems.map { row -> [(time: Double, value: Double)?] in
      let unit = median(row.map(\.error))
      return row.map { trial in
        trial.seconds.map { ($0, trial.error.isFinite ? trial.error / unit : .infinity) }
      }
    }
    let found = scaled.joined().compactMap { $0 }
    let times = found.map(\.time).filter { $0 > 0 }
    let hardest = found.map(\.value).min() ?? 1
    guard trials.models.count > 1, scaled.count > 1, let least = times.min(),
      let most = times.max(), hardest < easiest
    else { return [] }
    let targets = TargetRuns.targets(from: easiest, to: hardest, count: targetCount)
    let range = ShareCurve.range(from: least, to: most)
    let styles = trials.models.map(source.style)
    let series = trials.models.indices.compactMap { model -> LinePlot.Series? in
      // A trial without a value ran into its end without reaching anything.
      let traces = scaled.map { row in [row[model] ?? (time: most, value: .infinity)] }
      return TargetRuns(traces: traces, targets: targets).map { runs in
        ShareCurve.series(
          source.title(of: trials.models[model]), style: styles[model], steps: runs.steps,
          over: range)
      }
    }
    return [
      figure(
        source, series, emphasised: ShareCurve.emphasised(styles), range, problems: scaled.count)
    ]
  }

  private func figure(
    _ source: SuiteSource, _ series: [LinePlot.Series], emphasised: [Int],
    _ range: ClosedRange<Double>, problems: Int
  ) -> FigureData {
    let plot = LinePlot(
      x: Axis("training seconds", .logarithmic, range: range),
      y: Axis("share of targets", range: 0...1), series: series, joining: .steps,
      emphasised: emphasised)
    let best = series.sorted {
      ($0.points.last?.y ?? 0, $1.style) > ($1.points.last?.y ?? 0, $0.style)
    }
    .prefix(3).map { "\($0.name) \($0.note)" }
    return FigureData(
      kind: "target-ecdf", title: "Targets reached within a time of training",
      caption: "Share of pairs of a target and a problem that a model reaches within a time of "
        + "training: \(targetCount) targets from \(NumberText.short(easiest, digits: 1)) times the "
        + "median model's error of a problem to the smallest of all, over \(problems) problems (a "
        + "seed of a quantity of a task). Beside the names: the share reached at all. Times hold "
        + "for the machine of the run." + FigureSource.sentences(about: plot),
      reading: "Reached at all: \(best.joined(separator: "; ")).", content: .lines(plot))
  }

  private func median(_ errors: [Double]) -> Double {
    let sorted = errors.filter(\.isFinite).sorted()
    return sorted.isEmpty ? 1 : sorted[(sorted.count - 1) / 2]
  }
}
