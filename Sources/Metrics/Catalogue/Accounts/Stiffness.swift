import Experiment

/// The largest eigenvalue of the Jacobian along a solution, as two stages of each step estimate it;
/// missing where the method has no such stages.
public struct Stiffness: AccountMetric {
  /// The entries that it shows.
  public static let account = "stiffness"
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Stiffness",
    formula:
      "max over accepted steps of ‖k_b − k_a‖ / ‖g_b − g_a‖, a and b being stages at one time"
      + " (Shampine 1977); mean over samples",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}
}
