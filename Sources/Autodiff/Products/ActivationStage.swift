import Tensors

/// The end of an operation: an activation over a pre-activation that nobody else needs.
///
/// GELU, SiLU and the sine compute their derivative in the forward pass, where the exponential or the
/// reduced angle is at hand, and keep it in the place of the pre-activation; the others need only
/// their own output. So the backward pass is one product or one short formula.
struct ActivationStage<S: Scalar> {
  let activation: Activation
  let output: Variable<S>
  /// The pre-activation, then the derivative; nil where the output's own buffer does.
  let derivative: Variable<S>?

  init(_ activation: Activation, output: Variable<S>, on tape: Tape<S>) {
    self.activation = activation
    self.output = output
    let keeps = activation.function.map { !$0.slopeReadsValue } ?? false
    derivative = keeps && output.isDifferentiable ? tape.keepsake(output.shape) : nil
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
    if let derivative { return finish(keeping: derivative.value + first, y, count) }
    switch activation {
    case .identity: break
    case .relu: S.functions.relu(count, y, y)
    case .gelu: S.functions.gelu(count, y, y)
    case .tanh: S.functions.value(.tanh, count, y, y)
    case .sigmoid: S.functions.value(.sigmoid, count, y, y)
    case .silu: S.functions.value(.silu, count, y, y)
    case .softplus: S.functions.value(.softplus, count, y, y)
    case .sine: S.functions.value(.sin, count, y, y)
    }
  }

  private func finish(
    keeping derivative: UnsafeMutablePointer<S>, _ y: UnsafeMutablePointer<S>, _ count: Int
  ) {
    switch activation {
    case .gelu: S.functions.geluWithDerivative(count, derivative, y)
    case .silu: S.functions.siluWithDerivative(count, derivative, y)
    case .sine: S.functions.sinWithDerivative(count, derivative, y)
    default: preconditionFailure("\(activation) keeps no derivative")
    }
  }

  /// Numbers that pass together: so many stay in the second cache, and few calls are made.
  private static var blockCount: Int { 16_384 }

  /// Adds `bias`, [columns], to the pre-activations at `z`, [rows, columns], and applies the activation to
  /// them, the output's elements from `first` on, some rows at a time.
  func finish(
    _ z: UnsafeMutablePointer<S>, from first: Int, rows: Int, columns: Int, bias: Variable<S>?
  ) {
    guard let bias else { return finish(from: first, count: rows * columns) }
    let most = max(Self.blockCount / columns, 1)
    for row in stride(from: 0, to: rows, by: most) {
      let (count, at) = (min(most, rows - row), row * columns)
      S.moves.biasColumns(count, columns, bias.value, z + at)
      finish(from: first + at, count: count * columns)
    }
  }

  /// Turns the output's gradient into that of the pre-activation, in place.
  func backward(from first: Int, count: Int) -> UnsafeMutablePointer<S> {
    let gradient = output.gradient + first
    backward(gradient, from: first, count: count)
    return gradient
  }

  /// Turns `gradient`, that of the output's elements from `first` on, into that of the pre-activation.
  func backward(_ gradient: UnsafeMutablePointer<S>, from first: Int, count: Int) {
    if let derivative {
      S.elements.multiply(count, derivative.value + first, gradient, gradient)
    } else if activation == .relu {
      S.functions.reluBackward(count, output.value + first, gradient)
    } else if let function = activation.function {
      S.functions.backward(function, count, output.value + first, gradient)
    }
  }
}
