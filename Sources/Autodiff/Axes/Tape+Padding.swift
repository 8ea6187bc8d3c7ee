import Tensors

extension Tape {
  /// x [samples, channels, …extents] in the middle of zeros: of an odd number of new pixels, the one
  /// more is at the end.
  ///
  /// - Parameters:
  ///   - x: the image
  ///   - extents: those of the result, none smaller than those of x
  /// - Returns: [samples, channels, …extents]; x itself when it has these extents
  public func padded(_ x: Variable<S>, to extents: [Int]) -> Variable<S> {
    Requirement.check(
      x.shape.count == extents.count + 2
        && zip(x.shape.dropFirst(2), extents).allSatisfy { $0 <= $1 },
      "padded: images of \(x.shape) do not fit into \(extents)")
    return extents.indices.reduce(x) { image, axis in
      let missing = extents[axis] - image.shape[axis + 2]
      let before = zeros(missing / 2, along: axis + 2, beside: image)
      let after = zeros(missing - missing / 2, along: axis + 2, beside: image)
      let parts = [before, image, after].compactMap(\.self)
      return parts.count == 1 ? image : concatenated(parts, axis: axis + 2)
    }
  }

  private func zeros(_ count: Int, along axis: Int, beside image: Variable<S>) -> Variable<S>? {
    guard count > 0 else { return nil }
    var shape = image.shape
    shape[axis] = count
    return constant(shape)
  }
}
