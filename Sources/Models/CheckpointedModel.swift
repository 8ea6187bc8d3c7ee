import Experiment
import Networks

/// A model whose parameters can be saved and put back.
public protocol CheckpointedModel: Model {
  /// The parameters now.
  var checkpoint: Checkpoint { get }
  /// Puts the parameters of `checkpoint` back.
  /// - Throws: `CheckpointMismatch` when it is not of this model.
  func restore(_ checkpoint: Checkpoint) throws
}
