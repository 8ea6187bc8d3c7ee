import Tensors

/// A singly diagonally implicit Runge-Kutta method with an explicit first stage that ends in its last
/// stage (ESDIRK, stiffly accurate): gᵢ = y + h Σ aᵢⱼ f(gⱼ) with aᵢᵢ = γ for i > 1, y' = g_s.
public struct SDIRKTableau: Sendable, Equatable {
  /// The name, as in `order/kvaerno3`.
  public let name: String
  /// Where the coefficients come from.
  public let source: String
  /// p.
  public let order: Int
  /// c.
  public let nodes: [Double]
  /// γ.
  public let diagonal: Double
  /// The rows of a below the diagonal: row i has i numbers.
  public let coefficients: [[Double]]
  /// The weights b̂ - b, or their negatives, of the error vector.
  public let errorWeights: [Double]
  /// The order of the embedded method.
  public let embeddedOrder: Int

  init(
    name: String, source: String, order: Int, embeddedOrder: Int, nodes: [Double],
    diagonal: Double, coefficients: [[Double]], errorWeights: [Double]
  ) {
    Requirement.check(
      coefficients.map(\.count) == Array(0..<nodes.count) && errorWeights.count == nodes.count,
      "the parts of the tableau \(name) do not fit together")
    self.name = name
    self.source = source
    self.order = order
    self.embeddedOrder = embeddedOrder
    self.nodes = nodes
    self.diagonal = diagonal
    self.coefficients = coefficients
    self.errorWeights = errorWeights
  }

  /// s.
  public var stageCount: Int { nodes.count }

  /// b, the last row.
  public var weights: [Double] { (coefficients.last ?? []) + [diagonal] }
}
