import Tensors

/// The Jacobian of a problem and the factors of the matrix s I - J or I - s J that implicit stages
/// are solved with.
final class StageMatrix<S: SolverScalar> {
  private let problem: InitialValueProblem<S>
  private let count: Int
  private let jacobian: Buffer<S>
  private let factors: Buffer<S>
  private let pivots: UnsafeMutablePointer<Int32>
  private let scratch: StateSet<S>
  private(set) var evaluations = 0
  private(set) var jacobians = 0
  private(set) var factorisations = 0

  init(_ problem: InitialValueProblem<S>) {
    self.problem = problem
    count = problem.initial.count
    jacobian = Buffer(count: count * count)
    factors = Buffer(count: count * count)
    pivots = .allocate(capacity: count)
    pivots.initialize(repeating: 0, count: count)
    scratch = StateSet(count: 3, length: count)
  }

  deinit { pivots.deallocate() }

  /// Takes ∂f/∂y at this point, where f is `rate`.
  func update(_ time: Double, _ state: UnsafePointer<S>, rate: UnsafePointer<S>) {
    jacobians += 1
    switch problem.jacobian {
    case .exact(let write): write(time, state, jacobian.start)
    case .differences: takeDifferences(time, state, rate)
    }
  }

  /// Increments as in Hairer & Wanner's RADAU5: √(ε max(1e-5, |y|)).
  private func takeDifferences(
    _ time: Double, _ state: UnsafePointer<S>, _ rate: UnsafePointer<S>
  ) {
    let (moved, movedRate, kept) = (scratch[0], scratch[1], scratch[2])
    moved.update(from: state, count: count)
    kept.update(from: rate, count: count)
    for column in 0..<count {
      let size = max(1e-5, abs(Double(state[column])))
      let wanted = (Double(S.ulpOfOne) * size).squareRoot()
      moved[column] = state[column] + S(wanted)
      // The increment that the state really took.
      let increment = Double(moved[column]) - Double(state[column])
      problem.rate(time, moved, movedRate)
      evaluations += 1
      scratch.combine(
        [0, 1, -1], scale: 1 / increment, onto: nil, into: jacobian.start + column * count)
      moved[column] = state[column]
    }
  }

  /// Factorises `diagonal` · I + `scale` · J; false when it is singular.
  func factorise(diagonal: Double, scale: Double) -> Bool {
    factorisations += 1
    withUnsafePointer(to: UnsafePointer<S>?(UnsafePointer(jacobian.start))) { terms in
      withUnsafePointer(to: scale) {
        S.stepping.combine(count * count, 1, nil, 1, $0, terms, factors.start)
      }
    }
    for index in 0..<count { factors.start[index * (count + 1)] += S(diagonal) }
    return S.factorisation.factorise(count, factors.start, pivots)
  }

  /// Replaces `side` by the solution.
  func solve(_ side: UnsafeMutablePointer<S>) {
    S.factorisation.solve(.plain, count, factors.start, pivots, 1, side)
  }
}
