/// How elements move between two row-major arrays: some axes, and the distance between elements along
/// each of them in the source and in the target.
public struct StridedMove: Sendable, Equatable {
  /// The extent along each axis, outermost first.
  public let extents: [Int]
  /// Elements of the source from one index to the next; 0 repeats.
  public let from: [Int]
  /// Elements of the target from one index to the next.
  public let to: [Int]

  /// A move along axes of `extents`; axes that are one in memory on both sides are joined.
  public init(extents: [Int], from: [Int], to: [Int]) {
    Requirement.check(
      extents.count == from.count && extents.count == to.count, "one stride for each axis")
    var kept: [(extent: Int, from: Int, to: Int)] = []
    for axis in extents.indices where extents[axis] != 1 {
      let (extent, source, target) = (extents[axis], from[axis], to[axis])
      if let last = kept.last, last.from == source * extent, last.to == target * extent {
        kept[kept.count - 1] = (last.extent * extent, source, target)
      } else {
        kept.append((extent, source, target))
      }
    }
    self.extents = kept.map(\.extent)
    self.from = kept.map(\.from)
    self.to = kept.map(\.to)
  }

  /// The same elements moved the other way.
  public var reversed: StridedMove { StridedMove(extents: extents, from: to, to: from) }

  /// The distances between elements along each axis of a dense row-major array of `shape`.
  public static func strides(of shape: [Int]) -> [Int] {
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * shape[axis + 1]
    }
    return strides
  }
}
