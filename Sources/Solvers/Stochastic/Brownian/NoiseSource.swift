import Tensors

/// The noise of a step from a path in double, in the precision of the state.
final class NoiseSource<S: SolverScalar> {
  /// How many factors a step has.
  static var factorCount: Int { 4 }
  /// I₍₁₎ = ΔW.
  static var increment: Int { 0 }
  /// I₍₁,₁₎ / √h = (ΔW² - h) / (2 √h).
  static var doubleIntegral: Int { 1 }
  /// I₍₁,₀₎ / h.
  static var timeAverage: Int { 2 }
  /// I₍₁,₁,₁₎ / h = (ΔW³ - 3 h ΔW) / (6 h).
  static var tripleIntegral: Int { 3 }

  private let path: any BrownianPath
  private let raw: StateSet<Double>

  init(_ path: any BrownianPath) {
    self.path = path
    raw = StateSet(count: 2, length: path.count)
  }

  /// Writes the four factors of `step`.
  func take(_ step: Step<S>, into factors: StateSet<S>) {
    path.increment(from: step.time, to: step.end, motion: raw[0], integral: raw[1])
    S.stepping.noiseFactors(
      path.count, step.size, raw[0], raw[1], factors[Self.increment],
      factors[Self.doubleIntegral], factors[Self.timeAverage], factors[Self.tripleIntegral])
  }
}
