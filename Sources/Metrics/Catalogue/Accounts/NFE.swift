import Experiment

/// Number of function evaluations: how often a solver evaluated the right-hand side of a model's equation.
public struct NFE: AccountMetric {
  /// The entries that it shows.
  public static let account = "nfe"
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "NFE",
    formula:
      "evaluations of the right-hand side (the drift) in the solve of a sample, those of rejected"
      + " steps and of the first step's choice among them; mean over samples",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}
}
