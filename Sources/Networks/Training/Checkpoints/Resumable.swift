import Tensors

/// Something whose state can be taken out and put back, so that it goes on with the same bits.
public protocol Resumable<S> {
  /// The precision of its arrays.
  associatedtype S: Scalar
  /// The state now.
  var state: NamedState<S> { get }
  /// Goes on from `state`.
  /// - Throws: `CheckpointMismatch` when it is the state of something else.
  mutating func restore(_ state: NamedState<S>) throws
}
