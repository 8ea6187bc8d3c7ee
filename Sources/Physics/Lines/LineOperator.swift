/// The negative second difference along one axis, (A x)_k = (c_k (x_k - x_(k-1)) -
/// c_(k+1) (x_(k+1) - x_k)) / w_k, in the finite-volume form that all our operators share.
///
/// `weights` are the widths w of the control volumes (n of them), `conductances` c the inverse
/// distances between unknowns (n + 1). An end conductance of 0 is a zero-gradient end; a positive
/// one ties the end to a value known outside.
public struct LineOperator: Sendable, Equatable {
  /// The widths of the control volumes.
  public let weights: [Double]
  /// The inverse distances between neighbouring unknowns, the two ends included.
  public let conductances: [Double]

  /// An operator from its widths and inverse distances.
  public init(weights: [Double], conductances: [Double]) {
    precondition(
      conductances.count == weights.count + 1,
      "\(weights.count) unknowns need \(weights.count + 1) conductances, not \(conductances.count)")
    self.weights = weights
    self.conductances = conductances
  }

  /// Cell-centred unknowns between zero-gradient walls: the pressure.
  public static func zeroGradient(_ axis: GridAxis) -> LineOperator {
    var conductances = axis.gaps.map { 1 / $0 }
    conductances[0] = 0
    conductances[axis.cells] = 0
    return LineOperator(weights: axis.widths, conductances: conductances)
  }

  /// Cell-centred unknowns between a zero-gradient start and an end on whose face the value is 0: the
  /// pressure along a channel that is open at its end.
  public static func openEnd(_ axis: GridAxis) -> LineOperator {
    var conductances = axis.gaps.map { 1 / $0 }
    conductances[0] = 0
    return LineOperator(weights: axis.widths, conductances: conductances)
  }

  /// Cell-centred unknowns with values given on the walls: a velocity along the wall.
  public static func wallParallel(_ axis: GridAxis) -> LineOperator {
    LineOperator(weights: axis.widths, conductances: axis.gaps.map { 1 / $0 })
  }

  /// Unknowns on the inner faces with values given on the end faces: a velocity into the wall.
  public static func wallNormal(_ axis: GridAxis) -> LineOperator {
    LineOperator(
      weights: Array(axis.gaps.dropFirst().dropLast()),
      conductances: axis.widths.map { 1 / $0 })
  }

  /// The number of unknowns.
  public var count: Int { weights.count }

  /// Whether a constant is sent to zero, so that the operator has no inverse.
  var annihilatesConstants: Bool { conductances[0] == 0 && conductances[count] == 0 }

  /// The sub-diagonal, diagonal and super-diagonal of A, each with one entry a row.
  var bands: (lower: [Double], diagonal: [Double], upper: [Double]) {
    let rows = 0..<count
    return (
      rows.map { $0 == 0 ? 0 : -conductances[$0] / weights[$0] },
      rows.map { (conductances[$0] + conductances[$0 + 1]) / weights[$0] },
      rows.map { $0 == count - 1 ? 0 : -conductances[$0 + 1] / weights[$0] }
    )
  }

  /// The symmetric matrix W^(1/2) A W^(-1/2), which has the eigenvalues of A.
  var symmetric: SymmetricTridiagonal {
    SymmetricTridiagonal(
      diagonal: bands.diagonal,
      offDiagonal: (0..<count - 1).map {
        -conductances[$0 + 1] / (weights[$0] * weights[$0 + 1]).squareRoot()
      })
  }

  /// Whether the operator is its own mirror image about the middle.
  var isMirrored: Bool {
    weights == weights.reversed() && conductances == conductances.reversed()
  }
}
