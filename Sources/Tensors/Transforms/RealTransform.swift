import CKernels

/// The discrete Fourier transform of real arrays over some of their axes.
///
/// Of the last of `axes` only the first n/2 + 1 frequencies are kept, since the others are their
/// conjugates (numpy's rfftn); the inverse ignores the imaginary parts of its frequencies 0 and, for
/// even n, n/2. Conventions and threads as `ComplexTransform`.
public struct RealTransform<S: Scalar>: Sendable {
  /// The extents of the real array.
  public let shape: [Int]
  /// The extents of the complex half spectrum.
  public let spectrumShape: [Int]
  /// The numbers that `makeWorkspace` provides.
  public let workspaceCount: Int
  private let items: Int
  private let axis: TransformAxis
  private let halfAxis: TransformAxis
  private let plan: FourierPlan<S>
  private let others: ComplexTransform<S>?

  /// A transform of arrays of `shape` over `axes`, halved along the last of `axes`; axes before the
  /// first of them are a batch.
  public init(shape: [Int], axes: [Int]) {
    self.shape = shape
    let (items, item, itemAxes) = TransformAxis.batch(shape, axes: axes)
    let last = itemAxes[itemAxes.count - 1]
    var half = item
    half[last] = item[last] / 2 + 1
    self.items = items
    spectrumShape = shape.dropLast(item.count) + half
    axis = TransformAxis(last, of: item)
    halfAxis = TransformAxis(last, of: half)
    plan = FourierPlan<S>(real: item[last])
    others =
      axes.count > 1
      ? ComplexTransform(wholeArray: half, axes: Array(itemAxes.dropLast())) : nil
    // The lines' workspace comes first, then (aligned, as its size is a multiple of 4 vectors) a copy
    // of one half spectrum, since the inverse may not write to its argument.
    workspaceCount =
      max(plan.workspaceCount, others?.workspaceCount ?? 0)
      + (others == nil ? 0 : 2 * half.reduce(1, *))
  }

  /// A buffer that a call may use as its workspace.
  public func makeWorkspace() -> Buffer<S> { Buffer(count: workspaceCount) }

  /// y (pairs of the half spectrum) = transform of the real array x.
  public func forward(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    analyse(x, y, scale: 1, edge: 1, workspace)
  }

  /// y (real) = inverse transform of the half spectrum x, with the factor 1/N.
  public func inverse(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    synthesise(x, y, scale: 1 / transformedCount, edge: 1, workspace)
  }

  /// y (real) = adjoint of `forward` applied to the half spectrum x: ⟨F a, x⟩ = ⟨a, y⟩.
  ///
  /// The frequencies between the edges stand once in the half spectrum but twice in the inverse sum:
  /// their weight is one half.
  public func forwardAdjoint(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    synthesise(x, y, scale: 0.5, edge: 2, workspace)
  }

  /// y (pairs of the half spectrum) = adjoint of `inverse` applied to the real array x.
  public func inverseAdjoint(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    analyse(x, y, scale: 2 / transformedCount, edge: 0.5, workspace)
  }

  private var transformedCount: S {
    S(axis.count) * S(others?.transformedCount ?? 1)
  }

  private func analyse(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, scale: S, edge: S,
    _ workspace: Buffer<S>
  ) {
    check(workspace)
    let transform = S.transforms.real
    for item in 0..<items {
      let target = y + item * 2 * elements(halfAxis)
      transform(
        plan.description, axis.outer, axis.inner, axis.layout(width: 1), x + item * elements(axis),
        halfAxis.layout(width: 2), target, scale, edge, workspace.start)
      others?.run(.forward, UnsafePointer(target), target, 1, workspace)
    }
  }

  private func synthesise(
    _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, scale: S, edge: S,
    _ workspace: Buffer<S>
  ) {
    check(workspace)
    let transform = S.transforms.realBackward
    let copy = workspace.start + (workspaceCount - 2 * elements(halfAxis))
    for item in 0..<items {
      var source = x + item * 2 * elements(halfAxis)
      if let others {
        others.run(.backward, source, copy, 1, workspace)
        source = UnsafePointer(copy)
      }
      transform(
        plan.description, axis.outer, axis.inner, halfAxis.layout(width: 2), source,
        axis.layout(width: 1), y + item * elements(axis), scale, edge, workspace.start)
    }
  }

  private func elements(_ axis: TransformAxis) -> Int { axis.outer * axis.count * axis.inner }

  private func check(_ workspace: Buffer<S>) {
    Requirement.check(
      workspace.count >= workspaceCount,
      "a workspace of \(workspace.count) numbers is short of \(workspaceCount)")
  }
}
