import Tensors

/// An explicit Runge-Kutta method as a value: kᵢ = f(t + cᵢ h, y + h Σ aᵢⱼ kⱼ), y' = y + h Σ bᵢ kᵢ.
public struct RungeKuttaTableau: Sendable, Equatable {
  /// The embedded method that estimates the error.
  public struct Embedded: Sendable, Equatable {
    /// b̂ - b or its negative: h Σ b̃ᵢ kᵢ is the error vector.
    public let errorWeights: [Double]
    /// The order of the embedded method.
    public let order: Int
  }

  /// Two stages at the same time, whose difference estimates the largest eigenvalue λ of the
  /// Jacobian (Shampine 1977): λ ≈ ‖k_later - k_earlier‖ / ‖g_later - g_earlier‖.
  public struct Stiffness: Sendable, Equatable {
    /// The index, from 0, of the earlier stage.
    public let earlier: Int
    /// The index, from 0, of the later stage.
    public let later: Int
    /// |hλ| at which the method becomes unstable, as OrdinaryDiffEq has it.
    public let stabilitySize: Double
  }

  /// The solution between the ends of a step: y(t + θh) = y + h Σ wᵢ(θ) kᵢ.
  public enum DenseOutput: Sendable, Equatable {
    /// The cubic through both ends and both rates; order 3.
    case hermite
    /// The cubic plus h θ²(1-θ)² Σ dᵢ kᵢ, a quartic, of this order.
    case quarticCorrection([Double], order: Int)
    /// wᵢ(θ) = Σ rᵢₚ θᵖ, p from 1, of this order.
    case polynomials([[Double]], order: Int)
  }

  /// The name, as in `order/tsit5`.
  public let name: String
  /// Where the coefficients come from.
  public let source: String
  /// p.
  public let order: Int
  /// c.
  public let nodes: [Double]
  /// The rows of a below the diagonal: row i has i numbers.
  public let coefficients: [[Double]]
  /// b.
  public let weights: [Double]
  /// The error estimate; nil when the method has none.
  public let embedded: Embedded?
  /// The eigenvalue estimate; nil when the method has none.
  public let stiffness: Stiffness?
  /// The solution within a step.
  public let dense: DenseOutput

  init(
    name: String, source: String, order: Int, nodes: [Double], coefficients: [[Double]],
    weights: [Double], embedded: Embedded? = nil, stiffness: Stiffness? = nil,
    dense: DenseOutput = .hermite
  ) {
    let stages = nodes.count
    Requirement.check(
      weights.count == stages && coefficients.map(\.count) == Array(0..<stages)
        && (embedded?.errorWeights.count ?? stages) == stages,
      "the parts of the tableau \(name) do not fit together")
    self.name = name
    self.source = source
    self.order = order
    self.nodes = nodes
    self.coefficients = coefficients
    self.weights = weights
    self.embedded = embedded
    self.stiffness = stiffness
    self.dense = dense
  }

  /// s.
  public var stageCount: Int { nodes.count }

  /// Whether the last stage is the rate at the new state, so that the next step need not evaluate
  /// its first (FSAL).
  public var isFirstSameAsLast: Bool {
    stageCount > 1 && nodes.last == 1 && weights.last == 0
      && coefficients.last == weights.dropLast()
  }
}
