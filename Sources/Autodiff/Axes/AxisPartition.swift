import Tensors

/// The axes of an array in two groups: those that a reduction keeps and those that it sums over.
struct AxisPartition {
  /// The kept axes of the large array, onto a dense array of them.
  let kept: StridedMove
  /// The other axes of the large array.
  let reduced: StridedMove
  /// All axes: the small array, repeated, onto the large one.
  let repeated: StridedMove
  let keptShape: [Int]

  init(_ shape: [Int], reducing axes: [Int], in operation: String) {
    precondition(
      Set(axes).count == axes.count && axes.allSatisfy(shape.indices.contains) && !axes.isEmpty,
      "\(operation): \(shape) does not have the axes \(axes) once each")
    let strides = StridedMove.strides(of: shape)
    let rest = shape.indices.filter { !axes.contains($0) }
    keptShape = rest.map { shape[$0] }
    let dense = StridedMove.strides(of: keptShape)
    // the target of sums is written in order, so that only the strides of the large array matter
    kept = StridedMove(extents: keptShape, from: rest.map { strides[$0] }, to: dense)
    let summed = axes.sorted()
    reduced = StridedMove(
      extents: summed.map { shape[$0] }, from: summed.map { strides[$0] },
      to: summed.map { strides[$0] })
    var from = [Int](repeating: 0, count: shape.count)
    for (position, axis) in rest.enumerated() { from[axis] = dense[position] }
    repeated = StridedMove(extents: shape, from: from, to: strides)
  }
}
