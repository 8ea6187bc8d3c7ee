import Experiment

/// What the gradient of a solve takes, in units of evaluations of the right-hand side.
public struct BackwardNFE: AccountMetric {
  /// The entries that it shows.
  public static let account = "backward-nfe"
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Backward NFE",
    formula:
      "evaluations of the right-hand side and products with its transposed Jacobian on the way"
      + " back of a training step; mean over the steps of the training curve",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}
}
