extension RungeKuttaTableau {
  /// The order of the solution within a step.
  public var denseOrder: Int {
    switch dense {
    case .hermite: min(order, 3)
    case .quarticCorrection(_, let order), .polynomials(_, let order): order
    }
  }

  /// The stages that dense output needs: those of the method and, when the last is not the rate at
  /// the new state, that rate.
  public var denseStageCount: Int { isFirstSameAsLast ? stageCount : stageCount + 1 }

  /// w(θ), one number for each of the `denseStageCount` stages.
  public func denseWeights(at fraction: Double) -> [Double] {
    switch dense {
    case .hermite:
      return hermiteWeights(at: fraction)
    case .quarticCorrection(let extra, _):
      let bump = fraction * fraction * (1 - fraction) * (1 - fraction)
      return zip(hermiteWeights(at: fraction), extra).map { $0 + bump * $1 }
    case .polynomials(let rows, _):
      return rows.map { row in fraction * row.reversed().reduce(0) { $0 * fraction + $1 } }
    }
  }

  /// Hermite's cubic with the new state written as y + h Σ bᵢ kᵢ.
  func hermiteWeights(at fraction: Double) -> [Double] {
    let (square, rest) = (fraction * fraction, 1 - fraction)
    var result = weights.map { $0 * square * (3 - 2 * fraction) }
    if !isFirstSameAsLast { result.append(0) }
    result[0] += fraction * rest * rest
    result[result.count - 1] -= square * rest
    return result
  }
}
