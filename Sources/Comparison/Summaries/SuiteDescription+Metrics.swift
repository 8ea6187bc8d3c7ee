import Experiment

extension SuiteDescription {
  /// The dictionary entry of a primary quantity's metric.
  ///
  /// A description is checked where it is read (`Planning`, `Baseline.load`), so a primary quantity
  /// without an entry is a broken invariant here.
  func definition(of quantity: Quantity) -> MetricDefinition {
    guard let definition = metrics[quantity.metric] else {
      preconditionFailure("suite \(id) ranks by '\(quantity.metric)' but does not define it")
    }
    return definition
  }
}
