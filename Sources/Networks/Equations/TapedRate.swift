import Autodiff
import Solvers
import Tensors

/// A right-hand side f(t, y) on a tape of its own, which a solver evaluates and transposes.
///
/// The solver's state may have integrals after y, on which f does not depend; then f returns their rates
/// after that of y.
///
/// A resource with identity: one pass of the solver's tape uses it at a time.
final class TapedRate<S: SolverScalar> {
  private let tape: Tape<S>
  private let time: Variable<S>
  private let state: Variable<S>
  private let rate: Variable<S>
  /// Σ of the parameters' gradients over a sweep: each transposed product writes where the outer
  /// tape's gradients are.
  private let sums: [Buffer<S>]

  init(
    shape: [Int], integrals: Int = 0, mode: Tape<S>.Mode, pool: BufferPool<S>,
    record: (Tape<S>, Variable<S>, Variable<S>) -> Variable<S>
  ) {
    tape = Tape(mode, pool: pool)
    time = tape.constant([shape[0], 1])
    state = tape.input(shape)
    rate = record(tape, time, state)
    Requirement.check(
      integrals == 0 ? rate.shape == shape : rate.count == state.count + integrals,
      "solution: a rate of \(rate.shape) for a state of \(shape)")
    sums = tape.parameters.map { Buffer(count: $0.count) }
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

  /// Runs `body` with gradients of the parameters that were there before kept and added to.
  func sweep(_ body: () -> Void) {
    for (sum, parameter) in zip(sums, parameters) {
      sum.start.update(from: parameter.gradient.start, count: sum.count)
    }
    body()
    for (sum, parameter) in zip(sums, parameters) {
      parameter.gradient.start.update(from: sum.start, count: sum.count)
    }
  }

  /// The numbers of all parameters.
  var parameterCount: Int { sums.reduce(0) { $0 + $1.count } }

  /// Writes f, (∂f/∂y)ᵀ w and (∂f/∂parameters)ᵀ w, the parameters one after the other.
  func linearise(
    _ t: Double, _ y: UnsafePointer<S>, _ w: UnsafePointer<S>, _ value: UnsafeMutablePointer<S>,
    _ stateShare: UnsafeMutablePointer<S>, _ parameterShare: UnsafeMutablePointer<S>
  ) {
    run(t, y)
    value.update(from: rate.value, count: rate.count)
    tape.backward(from: rate, weights: w)
    stateShare.update(from: state.gradient, count: state.count)
    S.elements.fill(rate.count - state.count, 0, stateShare + state.count)
    var at = parameterShare
    for parameter in parameters {
      at.update(from: parameter.gradient.start, count: parameter.count)
      at += parameter.count
    }
  }

  /// Adds what `linearise` would put after the state to the sums of a sweep.
  func add(_ shares: [S]) {
    shares.withUnsafeBufferPointer { shares in
      guard var at = shares.baseAddress else { return }
      for sum in sums {
        S.elements.axpy(sum.count, 1, at, sum.start)
        at += sum.count
      }
    }
  }

  /// Makes all sums of a sweep NaN, as there is no gradient.
  func spoil() {
    for sum in sums { sum.fill(.nan) }
  }

  /// Adds (∂f/∂y)ᵀ w to `gradient` and (∂f/∂parameters)ᵀ w to the sums of a sweep.
  func transpose(
    _ t: Double, _ y: UnsafePointer<S>, _ w: UnsafePointer<S>, _ gradient: UnsafeMutablePointer<S>
  ) {
    run(t, y)
    tape.backward(from: rate, weights: w)
    S.elements.axpy(state.count, 1, state.gradient, gradient)
    for (sum, parameter) in zip(sums, parameters) {
      S.elements.axpy(sum.count, 1, parameter.gradient.start, sum.start)
    }
  }
}
