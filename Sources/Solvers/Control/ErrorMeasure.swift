import Tensors

/// What makes a number of an error vector: tolerances and norm.
public struct ErrorMeasure: Sendable, Equatable {
  /// The unit of the error.
  public let tolerances: Tolerances
  /// How elements are put together.
  public let norm: ErrorNorm

  /// The measure with these parts.
  public init(tolerances: Tolerances, norm: ErrorNorm = .rootMeanSquare) {
    self.tolerances = tolerances
    self.norm = norm
  }

  /// The scaled size of `error`; a step is good when it is at most 1. NaN when an element is.
  func size<S: SolverScalar>(
    _ error: UnsafePointer<S>, from u: UnsafePointer<S>, to v: UnsafePointer<S>, count: Int
  ) -> Double {
    let (absolute, relative) = (tolerances.absolute, tolerances.relative)
    switch norm {
    case .rootMeanSquare:
      let sum = S.stepping.scaledSquareSum(count, error, u, v, absolute, relative)
      return (sum / Double(count)).squareRoot()
    case .maximum:
      return S.stepping.scaledMaximum(count, error, u, v, absolute, relative)
    case .worstSample(let samples):
      Requirement.check(
        samples > 0 && count % samples == 0,
        "a state of \(count) numbers does not split into \(samples) samples")
      let width = count / samples
      var worst = 0.0
      for start in stride(from: 0, to: count, by: width) {
        let sum = S.stepping.scaledSquareSum(
          width, error + start, u + start, v + start, absolute, relative)
        worst = sum.isNaN || sum > worst ? sum : worst
        if worst.isNaN { return worst }
      }
      return (worst / Double(width)).squareRoot()
    }
  }
}
