import Tensors

extension Tape {
  /// The mean over samples of |p - y| / |y| in the H¹ norm of a periodic grid, |u|² = Σ u² + |∇u|²
  /// with central differences, which weighs small scales more than the L² norm does (Li et al. 2022,
  /// *Learning chaotic dynamics in dissipative systems*, section 3.2): [1].
  ///
  /// - Parameters:
  ///   - prediction: p, [samples, channels, …points]; its slope is not defined where p = y everywhere
  ///   - target: y, of the shape of p, no sample zero everywhere
  ///   - spacing: the distance between points along each axis
  /// - Returns: the loss
  public func relativeSobolevError(
    _ prediction: Variable<S>, target: Variable<S>, spacing: [S]
  ) -> Variable<S> {
    Requirement.check(
      prediction.shape == target.shape && spacing.count == prediction.shape.count - 2,
      """
      relativeSobolevError: \(prediction.shape) cannot be compared with \(target.shape) at \
      \(spacing.count) spacings
      """)
    let error = sobolevSquares(difference(prediction, target), spacing)
    let ratio = mapped(quotient(error, sobolevSquares(target, spacing)), by: .sqrt)
    return reshaped(mean(ratio, over: [0]), to: [1])
  }

  /// Σ u² + |∇u|² of each sample: [samples].
  private func sobolevSquares(_ u: Variable<S>, _ spacing: [S]) -> Variable<S> {
    let axes = Array(u.shape.indices.dropFirst())
    let slopes = spacing.enumerated().map { index, step in
      let axis = index + 2
      return scaled(
        difference(rolled(u, axis: axis, by: 1), rolled(u, axis: axis, by: -1)), by: 0.5 / step)
    }
    return slopes.reduce(sum(power(u, 2), over: axes)) { total, slope in
      sum(total, sum(power(slope, 2), over: axes))
    }
  }

  /// u[i + shift] at i, around the end of the axis.
  private func rolled(_ u: Variable<S>, axis: Int, by shift: Int) -> Variable<S> {
    let count = u.shape[axis]
    let cut = (shift + count) % count
    guard cut > 0 else { return u }
    return concatenated(
      [slice(u, axis: axis, cut..<count), slice(u, axis: axis, 0..<cut)], axis: axis)
  }
}
