import Autodiff
import Solvers
import Tensors

/// A drift or a diffusion on a tape of its own, which a solver evaluates and transposes.
///
/// Values are computed once more on the way back: keeping those of all stages of all steps would
/// send through memory what now stays in cache. A resource with identity: one pass uses it at a
/// time.
final class TapedField<S: SolverScalar> {
  private let tape: Tape<S>
  private let time: Variable<S>
  private let state: Variable<S>
  private let rate: Variable<S>
  /// The parameters' gradients of one transposed product.
  private let gradients: [(count: Int, start: UnsafeMutablePointer<S>)]
  /// Where a sweep adds them up; nil where nobody asks.
  private var targets: [UnsafeMutablePointer<S>?] = []
  /// Transposed products since `collect(into:)`.
  private(set) var transposedProducts = 0

  init(
    _ name: String, shape: [Int], mode: Tape<S>.Mode, pool: BufferPool<S>,
    record: (Tape<S>, Variable<S>, Variable<S>) -> Variable<S>
  ) {
    let tape = Tape(mode, pool: pool, gradients: .tape)
    self.tape = tape
    time = tape.constant([shape[0], 1])
    state = tape.input(shape)
    rate = record(tape, time, state)
    Requirement.check(
      rate.shape == shape,
      "stochasticSolution: a \(name) of \(rate.shape) for a state of \(shape)")
    gradients = tape.parameters.compactMap { parameter in
      tape.gradient(of: parameter).map { (parameter.count, $0) }
    }
  }

  var parameters: [Parameter<S>] { tape.parameters }

  func evaluate(_ t: Double, _ y: UnsafePointer<S>, into result: UnsafeMutablePointer<S>) {
    run(t, y)
    result.update(from: rate.value, count: rate.count)
  }

  private func run(_ t: Double, _ y: UnsafePointer<S>) {
    S.elements.fill(time.count, S(t), time.value)
    state.value.update(from: y, count: state.count)
    tape.forward()
  }

  /// Where transposed products add the gradients of the parameters, in their order.
  func collect(into targets: [UnsafeMutablePointer<S>?]) {
    self.targets = targets
    transposedProducts = 0
  }

  /// Adds (∂/∂y)ᵀ w to `gradient` and (∂/∂parameters)ᵀ w to the targets.
  func transpose(
    _ t: Double, _ y: UnsafePointer<S>, _ w: UnsafePointer<S>, _ gradient: UnsafeMutablePointer<S>
  ) {
    run(t, y)
    transposedProducts += 1
    tape.backward(from: rate, weights: w)
    S.elements.axpy(state.count, 1, state.gradient, gradient)
    for (index, part) in gradients.enumerated() {
      if let target = targets[index] { S.elements.axpy(part.count, 1, part.start, target) }
    }
  }
}
