/// A metric under the name that a suite file gave it.
public struct MetricUse: Sendable {
  /// The name in tables and in the store, as in `nmse`.
  public let name: String
  /// The metric.
  public let metric: any Metric

  /// A named metric.
  public init(name: String, metric: any Metric) {
    self.name = name
    self.metric = metric
  }
}
