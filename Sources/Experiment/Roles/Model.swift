import Randomness

/// A method: the one contract that native and external models fulfil.
public protocol Model {
  /// The number of trainable real scalars.
  var parameterCount: Int { get }
  /// Learns from `data` within `budget`; all randomness from named streams of `random`.
  mutating func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) throws
    -> TrainingTrace
  /// Predictions for `inputs`, by the names of the role's outputs; a sample's prediction does not
  /// depend on the other samples.
  func predict(_ inputs: NamedTensors) throws -> NamedTensors
}
