import Tensors

/// The end of an operation: an activation over a pre-activation that nobody else needs.
///
/// GELU computes its derivative in the forward pass, where the exponential is at hand, and keeps it
/// in the place of the pre-activation; ReLU needs only its own output. So the backward pass is one
/// product or one comparison.
struct ActivationStage<S: Scalar> {
  let activation: Activation
  let output: Variable<S>
  /// The pre-activation, then the derivative; nil where the output's own buffer does.
  let derivative: Variable<S>?

  init(_ activation: Activation, output: Variable<S>, on tape: Tape<S>) {
    self.activation = activation
    self.output = output
    let keeps = activation == .gelu && output.isDifferentiable
    derivative = keeps ? tape.keepsake(output.shape) : nil
  }

  /// The place for the pre-activation; holds the values of `addend` when there is one.
  func open(adopting addend: Variable<S>?, _ pool: BufferPool<S>) -> UnsafeMutablePointer<S> {
    let place = derivative ?? output
    let start = addend.map(place.adoptValue(of:)) ?? place.open(pool)
    _ = output.open(pool)
    return start
  }

  /// Applies the activation to the elements from `first` on.
  func finish(from first: Int, count: Int) {
    let y = output.value + first
    switch activation {
    case .identity: break
    case .relu: S.functions.relu(count, y, y)
    case .gelu:
      guard let derivative else { return S.functions.gelu(count, y, y) }
      S.functions.geluWithDerivative(count, derivative.value + first, y)
    }
  }

  /// Turns the output's gradient into that of the pre-activation, in place.
  func backward(from first: Int, count: Int) -> UnsafeMutablePointer<S> {
    let gradient = output.gradient + first
    switch activation {
    case .identity: break
    case .relu: S.functions.reluBackward(count, output.value + first, gradient)
    case .gelu:
      guard let derivative else { preconditionFailure("GELU kept no derivative") }
      S.elements.multiply(count, derivative.value + first, gradient, gradient)
    }
    return gradient
  }
}
