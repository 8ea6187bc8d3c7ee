import Canvas
import Experiment
import Statistics

/// For each model the share of problems that it solves within a time of training (a data profile, Moré
/// and Wild 2009, with seconds in place of evaluations). Solved means an error within a factor of the
/// smallest that any model reaches.
public struct DataProfile: FigureRecipe {
  /// The factor.
  public var factor = 2.0

  /// Where its figures stand.
  public static let subject = FigureSubject.cost

  /// With every parameter at its default.
  public init() {}

  /// One figure, where the cost of training was measured.
  public func figures(across source: SuiteSource) -> [FigureData] {
    let trials = SuiteTrials(source)
    let costs = zip(trials.problems, trials.best).map { row, best in
      row.map { trial in
        trial.error <= factor * best ? trial.seconds.map { max($0, 0) } ?? .infinity : .infinity
      }
    }
    let found = costs.joined().filter { $0.isFinite && $0 > 0 }
    guard trials.models.count > 1, costs.count > 1, let least = found.min(), let most = found.max(),
      let profile = ProblemProfile.data(
        evaluations: costs, dimensions: Array(repeating: 0, count: costs.count))
    else { return [] }
    let range = ShareCurve.range(from: least, to: most)
    let styles = trials.models.map(source.style)
    let series = trials.models.indices.map { model in
      ShareCurve.series(
        source.title(of: trials.models[model]), style: styles[model],
        steps: profile.steps(of: model), over: range)
    }
    let plot = LinePlot(
      x: Axis("training seconds", .logarithmic, range: range),
      y: Axis("share of problems", range: 0...1), series: series, joining: .steps,
      emphasised: ShareCurve.emphasised(styles))
    let solved = trials.models.indices.map { ($0, profile.solvedShare(of: $0)) }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }.prefix(3)
      .map { "\(series[$0.0].name) \(Int((100 * $0.1).rounded())) %" }
    return [
      FigureData(
        kind: "data-profile", title: "Problems solved within a time of training",
        caption: "Share of \(costs.count) problems (a seed of a quantity of a task) that a model "
          + "solves within a time of training; solved means at most "
          + "\(NumberText.short(factor, digits: 1)) times the smallest error of all models. Beside "
          + "the names: the share that is solved at all. Times hold for the machine of the run."
          + FigureSource.sentences(about: plot),
        reading: "Solved at all: \(solved.joined(separator: "; ")).", content: .lines(plot))
    ]
  }
}
