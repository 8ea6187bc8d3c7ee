/// Points of a grid, by row-major index; may be exchanged for as many others between passes.
public final class PointList {
  /// The indices.
  public private(set) var indices: [Int]

  /// A list of points.
  public init(_ indices: [Int]) {
    self.indices = indices
  }

  /// The number of points.
  public var count: Int { indices.count }

  /// Replaces every point by what `draw` returns for it.
  public func redraw(_ draw: (_ position: Int) -> Int) {
    for position in indices.indices { indices[position] = draw(position) }
  }
}
