import CKernels

/// The discrete Fourier transform of complex arrays over some of their axes.
///
/// X[k] = Σ_j x[j] exp(−2πi j·k/n); complex numbers lie as (real, imaginary) pairs, arrays row-major.
/// The inverse carries the factor 1/N with N the product of the transformed extents (numpy's
/// "backward"). Making one computes all tables; a call allocates nothing. One value may serve several
/// threads when each brings a workspace of its own.
public struct ComplexTransform<S: Scalar>: Sendable {
  /// The extents of the array.
  public let shape: [Int]
  /// The numbers that `makeWorkspace` provides.
  public let workspaceCount: Int
  private let items: Int
  private let itemCount: Int
  private let lines: [(axis: TransformAxis, plan: FourierPlan<S>)]

  /// A transform of arrays of `shape` over `axes`; axes before the first of them are a batch.
  public init(shape: [Int], axes: [Int]) {
    self.shape = shape
    let (items, item, itemAxes) = TransformAxis.batch(shape, axes: axes)
    self.items = items
    itemCount = 2 * item.reduce(1, *)
    lines = Self.lines(of: item, axes: itemAxes)
    workspaceCount = lines.map(\.plan.workspaceCount).max() ?? 0
  }

  /// A transform of one array, no batch.
  init(wholeArray shape: [Int], axes: [Int]) {
    self.shape = shape
    items = 1
    itemCount = 2 * shape.reduce(1, *)
    lines = Self.lines(of: shape, axes: axes)
    workspaceCount = lines.map(\.plan.workspaceCount).max() ?? 0
  }

  private static func lines(
    of shape: [Int], axes: [Int]
  ) -> [(axis: TransformAxis, plan: FourierPlan<S>)] {
    axes.reversed().map { (TransformAxis($0, of: shape), FourierPlan<S>(complex: shape[$0])) }
  }

  /// A buffer that a call may use as its workspace.
  public func makeWorkspace() -> Buffer<S> { Buffer(count: workspaceCount) }

  /// y = transform of x; both hold the array's pairs, and y may be x.
  public func forward(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    run(.forward, x, y, 1, workspace)
  }

  /// y = inverse transform of x, so that `inverse` after `forward` is the identity; y may be x.
  public func inverse(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    run(.backward, x, y, 1 / S(transformedCount), workspace)
  }

  /// y = adjoint of `forward` applied to x: ⟨F a, x⟩ = ⟨a, y⟩ with ⟨a, b⟩ = Σ re·re + im·im.
  public func forwardAdjoint(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    run(.backward, x, y, 1, workspace)
  }

  /// y = adjoint of `inverse` applied to x.
  public func inverseAdjoint(
    _ x: UnsafePointer<S>, into y: UnsafeMutablePointer<S>, workspace: Buffer<S>
  ) {
    run(.forward, x, y, 1 / S(transformedCount), workspace)
  }

  enum Direction: Int32 {
    case forward = 0
    case backward = 1
  }

  /// N.
  var transformedCount: Int { lines.map(\.axis.count).reduce(1, *) }

  func run(
    _ direction: Direction, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>, _ scale: S,
    _ workspace: Buffer<S>
  ) {
    Requirement.check(
      workspace.count >= workspaceCount,
      "a workspace of \(workspace.count) numbers is short of \(workspaceCount)")
    let transform = S.transforms.complex
    for item in 0..<items {
      let target = y + item * itemCount
      var source = x + item * itemCount
      for (index, line) in lines.enumerated() {
        let layout = line.axis.layout(width: 2)
        transform(
          line.plan.description, direction.rawValue, line.axis.outer, line.axis.inner, layout,
          source, layout, target, index == lines.count - 1 ? scale : S(1), workspace.start)
        source = UnsafePointer(target)
      }
    }
  }
}
