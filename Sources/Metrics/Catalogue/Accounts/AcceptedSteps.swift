import Experiment

/// Steps that a solution is made of.
public struct AcceptedSteps: AccountMetric {
  /// The entries that it shows.
  public static let account = "accepted-steps"
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Accepted steps",
    formula:
      "steps that the solution of a sample is made of; mean over samples",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}
}
