/// The drift of the spiral SDE, u' = Aᵀ u³ element by element, with one of two signs of rotation.
public enum SpiralDrift: Sendable {
  /// du₁ = -0.1 u₁³ - 2 u₂³, du₂ = 2 u₁³ - 0.1 u₂³, from which the published numbers come.
  case published
  /// du₁ = -0.1 u₁³ + 2 u₂³, du₂ = -2 u₁³ - 0.1 u₂³, as the paper prints it.
  case printed

  private static let decay = 0.1
  private static let rotation = 2.0
  private static let volatility = 0.2

  /// Trajectories from `start` over [0, 1] with the diffusion 0.2 u (Ito), a pair of numbers each.
  func problem(from start: [Double] = [2, 0], trajectories: Int) -> StochasticProblem<Double> {
    let turn = self == .published ? Self.rotation : -Self.rotation
    let count = 2 * trajectories
    return StochasticProblem(
      initial: (0..<count).map { start[$0 % 2] }, span: 0...1,
      drift: { _, u, rate in
        for i in stride(from: 0, to: count, by: 2) {
          let (first, second) = (u[i] * u[i] * u[i], u[i + 1] * u[i + 1] * u[i + 1])
          rate[i] = -Self.decay * first - turn * second
          rate[i + 1] = turn * first - Self.decay * second
        }
      },
      diffusion: { _, u, rate in for i in 0..<count { rate[i] = Self.volatility * u[i] } })
  }
}
