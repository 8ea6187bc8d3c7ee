import Tensors

/// A Fourier transform between real arrays and half spectra.
struct RealFourierOperation<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>
  let direction: FourierDirection
  let plan: RealTransform<S>

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

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    guard x.isDifferentiable else { return }
    let workspace = pool.take(plan.workspaceCount)
    x.gradientSlot(pool).receive(count: x.count, pool) { dx in
      switch direction {
      case .forward: plan.forwardAdjoint(output.gradient, into: dx, workspace: workspace)
      case .inverse: plan.inverseAdjoint(output.gradient, into: dx, workspace: workspace)
      }
    }
    pool.give(workspace)
  }
}

extension Tape {
  /// The half spectrum of real numbers (conventions: `RealTransform`).
  ///
  /// - Parameters:
  ///   - x: any shape
  ///   - axes: the axes that are transformed; along the last of them n/2 + 1 frequencies are kept
  /// - Returns: […frequencies, 2], real and imaginary parts on the last axis
  public func realFourier(_ x: Variable<S>, over axes: [Int]) -> Variable<S> {
    checkAxes(axes, of: x.shape, in: "realFourier")
    let plan = RealTransform<S>(shape: x.shape, axes: axes)
    let y = result(plan.spectrumShape + [2], of: [x])
    record(
      RealFourierOperation(x: x, output: y, direction: .forward, plan: plan), reading: [x],
      writing: y)
    return y
  }

  /// The real numbers of a half spectrum, with the factor 1/N. Imaginary parts that a real array does
  /// not have, of the frequencies 0 and n/2, are ignored and get no gradient.
  ///
  /// - Parameters:
  ///   - x: […frequencies, 2], as `realFourier` of an array of `shape` returns it
  ///   - shape: the shape of the result
  ///   - axes: the axes that are transformed
  /// - Returns: `shape`
  public func inverseRealFourier(
    _ x: Variable<S>, to shape: [Int], over axes: [Int]
  ) -> Variable<S> {
    checkAxes(axes, of: shape, in: "inverseRealFourier")
    let plan = RealTransform<S>(shape: shape, axes: axes)
    Requirement.check(
      x.shape == plan.spectrumShape + [2],
      "inverseRealFourier: \(x.shape) is no half spectrum of \(shape) along its axes \(axes)")
    let y = result(shape, of: [x])
    record(
      RealFourierOperation(x: x, output: y, direction: .inverse, plan: plan), reading: [x],
      writing: y)
    return y
  }

  private func checkAxes(_ axes: [Int], of shape: [Int], in operation: String) {
    Requirement.check(
      !axes.isEmpty && Set(axes).count == axes.count && axes.allSatisfy(shape.indices.contains),
      "\(operation): \(shape) does not have the axes \(axes) once each")
  }
}
