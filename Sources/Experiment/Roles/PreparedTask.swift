/// A task with its data in memory, ready for any number of models.
public protocol PreparedTask: Sendable {
  /// The role that a model must fulfil.
  var role: Role { get }
  /// What a model may learn from; never contains a test sample.
  var training: TrainingSet { get }
  /// Scores a trained model on the task's own splits with every one of `metrics`.
  /// - Throws: `AssayError` when the model breaks the role; numerical failure is data, not an error.
  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation
  /// Every case with its split, for the check that no test case has a twin among the others.
  var cases: [SplitCase] { get }
}

extension PreparedTask {
  /// None: the splits cannot be checked.
  public var cases: [SplitCase] { [] }
}
