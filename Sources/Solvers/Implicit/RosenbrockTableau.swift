/// A Rosenbrock method in the form that needs no product with the Jacobian (Hairer & Wanner, *Solving
/// ODEs II*, IV.7):
/// (I/(hγ) - J) uᵢ = f(t + αᵢ h, y + Σ aᵢⱼ uⱼ) + Σ (cᵢⱼ/h) uⱼ + γᵢ h ∂f/∂t, y' = y + Σ mᵢ uᵢ.
public struct RosenbrockTableau: Sendable, Equatable {
  /// The name, as in `order/rodas4`.
  public let name: String
  /// Where the coefficients come from.
  public let source: String
  /// p.
  public let order: Int
  /// The order of the embedded method.
  public let embeddedOrder: Int
  /// γ.
  public let diagonal: Double
  /// α.
  public let nodes: [Double]
  /// γᵢ, the weights of the derivative by time.
  public let timeWeights: [Double]
  /// The rows of a below the diagonal.
  public let coefficients: [[Double]]
  /// The rows of c below the diagonal.
  public let couplings: [[Double]]
  /// m.
  public let weights: [Double]
  /// The error vector is Σ eᵢ uᵢ.
  public let errorWeights: [Double]

  /// s.
  public var stageCount: Int { nodes.count }
}
