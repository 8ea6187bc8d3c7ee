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
  /// Where the parameters' gradients of a sweep are added, in order of the parameters.
  private var shares: [UnsafeMutablePointer<S>?] = []
  /// How many bytes the pool may have given out before no more evaluations are kept.
  private let keptBytes: Int
  private let canKeep: Bool
  /// Whether the tape has gradients of parameters of this sweep that are not in `shares` yet.
  private var holdsGradients = false

  init(
    shape: [Int], integrals: Int = 0, keptBytes: Int = 0, mode: Tape<S>.Mode,
    pool: BufferPool<S>, record: (Tape<S>, Variable<S>, Variable<S>) -> Variable<S>
  ) {
    self.keptBytes = keptBytes
    tape = Tape(mode, pool: pool, gradients: mode == .training ? .tape : .parameters)
    time = tape.constant([shape[0], 1])
    state = tape.input(shape)
    rate = record(tape, time, state)
    canKeep = tape.canKeepPasses
    Requirement.check(
      integrals == 0 ? rate.shape == shape : rate.count == state.count + integrals,
      "solution: a rate of \(rate.shape) for a state of \(shape)")
  }

  var parameters: [Parameter<S>] { tape.parameters }

  /// The numbers of all parameters.
  var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  private var gradients: [UnsafeMutablePointer<S>?] {
    parameters.map { tape.gradient(of: $0) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func evaluate(_ t: Double, _ y: UnsafePointer<S>, into result: UnsafeMutablePointer<S>) {
    run(t, y)
    result.update(from: rate.value, count: rate.count)
  }

  private func run(_ t: Double, _ y: UnsafePointer<S>) {
    S.elements.fill(time.count, S(t), time.value)
    if y != UnsafePointer(state.value) { state.value.update(from: y, count: state.count) }
    tape.forward()
  }

  /// Runs `body`, whose gradients of the parameters are added to `shares`.
  func sweep(into shares: [UnsafeMutablePointer<S>?], _ body: () -> Void) {
    self.shares = shares
    body()
    if holdsGradients { addGradients() }
    (self.shares, holdsGradients) = ([], false)
  }

  private func addGradients() {
    for (index, gradient) in gradients.enumerated() {
      if let gradient, let share = shares[index] {
        S.elements.axpy(parameters[index].count, 1, gradient, share)
      }
    }
  }

  /// Writes f, (∂f/∂y)ᵀ w and (∂f/∂parameters)ᵀ w, the parameters one after the other.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
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
    for (parameter, gradient) in zip(parameters, gradients) {
      if let gradient { at.update(from: gradient, count: parameter.count) }
      at += parameter.count
    }
  }

  /// Adds what `linearise` put after the state to the shares of a sweep.
  func add(_ numbers: [S]) {
    numbers.withUnsafeBufferPointer { numbers in
      guard var at = numbers.baseAddress else { return }
      for (parameter, share) in zip(parameters, shares) {
        if let share { S.elements.axpy(parameter.count, 1, at, share) }
        at += parameter.count
      }
    }
  }

  /// Makes all shares of a sweep NaN, as there is no gradient.
  func spoil() {
    for (parameter, share) in zip(parameters, shares) {
      if let share { S.elements.fill(parameter.count, .nan, share) }
    }
  }

  /// Adds (∂f/∂y)ᵀ w to `gradient` and (∂f/∂parameters)ᵀ w to the shares of a sweep.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func transpose(
    _ t: Double, _ y: UnsafePointer<S>, _ w: UnsafePointer<S>, _ gradient: UnsafeMutablePointer<S>
  ) {
    run(t, y)
    if keptBytes > 0 {
      transposeLast { $0.update(from: w, count: rate.count) }
      return S.elements.axpy(state.count, 1, state.gradient, gradient)
    }
    tape.backward(from: rate, weights: w)
    S.elements.axpy(state.count, 1, state.gradient, gradient)
    addGradients()
  }

  /// As `transpose` to the state's gradient, with the parameters' gradients summed by the products that make
  /// them.
  private func transposeLast(weights: (UnsafeMutablePointer<S>) -> Void) {
    tape.backward(
      from: rate, parameters: holdsGradients ? .adding : .replacing, sow: weights)
    holdsGradients = true
  }
}

extension TapedRate: RateMemory {
  /// None when integrals stand after the state, for which the tape has no room.
  var statePlace: UnsafeMutablePointer<S>? { rate.count == state.count ? state.value : nil }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func evaluate(
    _ t: Double, _ y: UnsafePointer<S>, into result: UnsafeMutablePointer<S>
  ) -> KeptRate<S>? {
    run(t, y)
    guard canKeep, tape.pool.takenCount * MemoryLayout<S>.stride < keptBytes else {
      result.update(from: rate.value, count: rate.count)
      return nil
    }
    let place = UnsafePointer(rate.value)
    return KeptRate(owner: tape.keepPass(with: [time, state]), rate: place)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func transpose(
    _ kept: KeptRate<S>, into product: inout Buffer<S>, weights: (UnsafeMutablePointer<S>) -> Void
  ) {
    guard let pass = kept.owner as? KeptPass<S> else {
      preconditionFailure("what was kept is no pass of this tape")
    }
    tape.restore(pass, with: [time, state])
    transposeLast(weights: weights)
    guard product.count != state.count else {
      return product = tape.takeGradient(of: state, leaving: product)
    }
    product.start.update(from: state.gradient, count: state.count)
    S.elements.fill(product.count - state.count, 0, product.start + state.count)
  }
}
