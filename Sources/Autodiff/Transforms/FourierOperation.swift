import Tensors

/// A discrete Fourier transform of complex arrays.
struct FourierOperation<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>
  let direction: FourierDirection
  let plan: ComplexTransform<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    let workspace = pool.take(plan.workspaceCount)
    switch direction {
    case .forward: plan.forward(x.value, into: y, workspace: workspace)
    case .inverse: plan.inverse(x.value, into: y, workspace: workspace)
    }
    pool.give(workspace)
  }

  /// The adjoint takes the place of the output's gradient.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = output.gradient
    let workspace = pool.take(plan.workspaceCount)
    switch direction {
    case .forward: plan.forwardAdjoint(gradient, into: gradient, workspace: workspace)
    case .inverse: plan.inverseAdjoint(gradient, into: gradient, workspace: workspace)
    }
    pool.give(workspace)
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// The discrete Fourier transform of complex numbers (conventions: `ComplexTransform`).
  ///
  /// - Parameters:
  ///   - x: […extents, 2], real and imaginary parts on the last axis
  ///   - axes: the axes that are transformed
  ///   - direction: forward, or inverse with the factor 1/N
  /// - Returns: […extents, 2]
  public func fourier(
    _ x: Variable<S>, over axes: [Int], _ direction: FourierDirection = .forward
  ) -> Variable<S> {
    Requirement.check(
      x.shape.last == 2 && !axes.isEmpty && Set(axes).count == axes.count
        && axes.allSatisfy(x.shape.dropLast().indices.contains),
      "fourier: \(x.shape) has no pairs along its axes \(axes)")
    let y = result(x.shape, of: [x])
    let plan = ComplexTransform<S>(shape: Array(x.shape.dropLast()), axes: axes)
    record(
      FourierOperation(x: x, output: y, direction: direction, plan: plan), reading: [x],
      writing: y)
    return y
  }
}
