/// What a model may learn from: samples to fit and samples to choose a checkpoint by.
public struct TrainingSet: Sendable {
  /// Inputs to fit, by the names of the role.
  public let inputs: NamedTensors
  /// Targets to fit, by the names of the role.
  public let targets: NamedTensors
  /// Inputs of the validation split.
  public let validationInputs: NamedTensors
  /// Targets of the validation split.
  public let validationTargets: NamedTensors

  /// A training set.
  public init(
    inputs: NamedTensors, targets: NamedTensors, validationInputs: NamedTensors,
    validationTargets: NamedTensors
  ) {
    self.inputs = inputs
    self.targets = targets
    self.validationInputs = validationInputs
    self.validationTargets = validationTargets
  }
}
