import Tensors

/// y[b, c, :] = γ[b, c] x[b, c, :] + β[b, c].
struct Modulation<S: Scalar>: Operation {
  let x: Variable<S>
  /// γ
  let factor: Variable<S>
  /// β
  let shift: Variable<S>
  let output: Variable<S>

  private var points: Int { x.count / factor.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    for row in 0..<factor.count {
      S.elements.affine(
        points, factor.value[row], shift.value[row], x.value + row * points, y + row * points)
    }
  }

  /// dγ = Σ dy x, dβ = Σ dy and dx = γ dy.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    if shift.isDifferentiable {
      let slot = shift.gradientSlot(pool).cleared(count: shift.count)
      S.reductions.rowSums(shift.count, points, gradient, slot)
    }
    if factor.isDifferentiable {
      let slot = factor.gradientSlot(pool).cleared(count: factor.count)
      for row in 0..<factor.count {
        let at = row * points
        slot[row] += S(S.optimisers.dot(points, gradient + at, x.value + at))
      }
    }
    guard x.isDifferentiable else { return }
    for row in 0..<factor.count {
      let at = gradient + row * points
      S.elements.scale(points, factor.value[row], at, at)
    }
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// γ x + β with one pair of numbers for each channel of each sample: feature-wise linear modulation
  /// (Perez et al. 2018, equation 2).
  ///
  /// - Parameters:
  ///   - x: [samples, channels, …points]
  ///   - factor: γ, [samples, channels]
  ///   - shift: β, [samples, channels]
  /// - Returns: the shape of x
  public func modulated(
    _ x: Variable<S>, by factor: Variable<S>, plus shift: Variable<S>
  ) -> Variable<S> {
    Requirement.check(
      x.shape.count > 1 && factor.shape == Array(x.shape.prefix(2)) && shift.shape == factor.shape,
      "modulated: factors of \(factor.shape) and shifts of \(shift.shape) do not fit \(x.shape)")
    let y = result(x.shape, of: [x, factor, shift])
    record(
      Modulation(x: x, factor: factor, shift: shift, output: y), reading: [x, factor, shift],
      writing: y)
    return y
  }
}
