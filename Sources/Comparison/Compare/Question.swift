import Experiment

/// What one group of rows asks: a primary quantity of a task.
struct Question {
  let suite: SuiteDescription
  let task: String
  let quantity: Quantity

  var definition: MetricDefinition { suite.definition(of: quantity) }
}
