import CKernels

/// Where the lines along one axis of a row-major array lie.
struct TransformAxis {
  /// The product of the extents before the axis.
  let outer: Int
  /// The elements of a line.
  let count: Int
  /// The product of the extents after the axis.
  let inner: Int

  init(_ axis: Int, of shape: [Int]) {
    outer = shape[..<axis].reduce(1, *)
    count = shape[axis]
    inner = shape[(axis + 1)...].reduce(1, *)
  }

  /// The layout of elements of `width` numbers (2 when complex).
  func layout(width: Int) -> assay_line_layout {
    assay_line_layout(
      outer_step: width * count * inner, inner_step: width, step: width * inner)
  }

  /// Splits `shape` at its first transformed axis: how many arrays, and the shape of one.
  static func batch(_ shape: [Int], axes: [Int]) -> (items: Int, shape: [Int], axes: [Int]) {
    let seen = Set(axes)
    Requirement.check(
      !axes.isEmpty && seen.count == axes.count && axes.allSatisfy(shape.indices.contains)
        && shape.allSatisfy { $0 > 0 },
      "axes \(axes) are no different axes of the shape \(shape)")
    let first = axes.min() ?? 0
    // One axis goes over all lines at once; several are taken array by array, to stay in cache.
    guard axes.count > 1 else { return (1, shape, axes) }
    return (shape[..<first].reduce(1, *), Array(shape[first...]), axes.map { $0 - first })
  }
}
