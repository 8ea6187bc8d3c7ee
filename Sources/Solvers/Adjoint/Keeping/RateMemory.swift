import Tensors

/// Who evaluates a rate and can keep what an evaluation left behind, so that its transposed product need
/// not evaluate it again.
public protocol RateMemory<S>: AnyObject {
  /// The precision of the state.
  associatedtype S: SolverScalar
  /// Where the state of the next evaluation may be written, so that it need not be copied; nil for no such
  /// place.
  var statePlace: UnsafeMutablePointer<S>? { get }
  /// Evaluates the rate at a time and a state and keeps what that leaves behind; where there is no room,
  /// writes the rate to `result` and returns nil.
  func evaluate(
    _ time: Double, _ state: UnsafePointer<S>, into result: UnsafeMutablePointer<S>
  ) -> KeptRate<S>?
  /// Puts (∂f/∂y)ᵀ w at the time and state of what was kept into `product`, or another buffer in its place;
  /// (∂f/∂parameters)ᵀ w goes to wherever its owner keeps the gradient of the parameters. Once for each
  /// evaluation; `weights` writes w.
  func transpose(
    _ kept: KeptRate<S>, into product: inout Buffer<S>, weights: (UnsafeMutablePointer<S>) -> Void
  )
}
