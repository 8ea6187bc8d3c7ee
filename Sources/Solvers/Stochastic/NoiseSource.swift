import Tensors

/// The noise of the step at hand, in the precision of the state.
final class NoiseSource<S: SolverScalar> {
  private let path: VirtualBrownianTree
  private let raw: StateSet<Double>
  private let factors: StateSet<S>

  init(_ path: VirtualBrownianTree) {
    self.path = path
    raw = StateSet(count: 2, length: path.count)
    factors = StateSet(count: 4, length: path.count)
  }

  /// I₍₁₎ = ΔW.
  var increment: UnsafeMutablePointer<S> { factors[0] }
  /// I₍₁,₁₎ / √h = (ΔW² - h) / (2 √h).
  var doubleIntegral: UnsafeMutablePointer<S> { factors[1] }
  /// I₍₁,₀₎ / h.
  var timeAverage: UnsafeMutablePointer<S> { factors[2] }
  /// I₍₁,₁,₁₎ / h = (ΔW³ - 3 h ΔW) / (6 h).
  var tripleIntegral: UnsafeMutablePointer<S> { factors[3] }

  func take(_ step: Step<S>) {
    path.increment(from: step.time, to: step.end, motion: raw[0], integral: raw[1])
    S.stepping.noiseFactors(
      path.count, step.size, raw[0], raw[1], increment, doubleIntegral, timeAverage,
      tripleIntegral)
  }
}
