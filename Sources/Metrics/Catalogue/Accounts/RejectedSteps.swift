import Experiment

/// Steps whose error estimate was too large, or that were not finite.
public struct RejectedSteps: AccountMetric {
  /// The entries that it shows.
  public static let account = "rejected-steps"
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Rejected steps",
    formula:
      "steps of the solve of a sample that were thrown away; mean over samples",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}
}
