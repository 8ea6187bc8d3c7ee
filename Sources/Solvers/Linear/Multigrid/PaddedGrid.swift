import Tensors

/// The points of a box as three axes (one of a single layer in two dimensions), with a layer of halo
/// around them that makes every boundary look like the interior.
struct PaddedGrid {
  let box: PoissonBox
  /// Points along z, y, x.
  let counts: [Int]
  /// The distance in memory of neighbours along z, y, x.
  let strides: [Int]
  /// 1/h² along z, y, x; 0 along an absent axis.
  let weights: [Double]
  private let boundaries: [BoxBoundary?]

  init(_ box: PoissonBox) {
    self.box = box
    let absent = 3 - box.counts.count
    counts = [Int](repeating: 1, count: absent) + box.counts
    boundaries = [BoxBoundary?](repeating: nil, count: absent) + box.boundaries
    strides = [(counts[1] + 2) * (counts[2] + 2), counts[2] + 2, 1]
    weights =
      [Double](repeating: 0, count: absent)
      + box.counts.indices.map { axis in
        let h = box.boundaries[axis].spacing(box.counts[axis], length: box.lengths[axis])
        return 1 / (h * h)
      }
  }

  /// Numbers in memory.
  var paddedCount: Int { (counts[0] + 2) * strides[0] }

  /// The place of row (z, y)'s first point, both from 0.
  func row(_ z: Int, _ y: Int) -> Int { (z + 1) * strides[0] + (y + 1) * strides[1] + 1 }

  /// Sets the halo from the points by the boundaries, corners included.
  func fillHalo(_ u: UnsafeMutablePointer<Double>) {
    let (sz, sy) = (strides[0], strides[1])
    for z in 1...counts[0] {
      for y in 1...counts[1] { fill(u, from: z * sz + y * sy, axis: 2) }
    }
    for z in 1...counts[0] {
      for x in 0..<sy { fill(u, from: z * sz + x, axis: 1) }
    }
    for place in 0..<sz { fill(u, from: place, axis: 0) }
  }

  private func fill(_ u: UnsafeMutablePointer<Double>, from start: Int, axis: Int) {
    let (n, step) = (counts[axis], strides[axis])
    switch boundaries[axis] {
    case .dirichlet, nil:
      u[start] = 0
      u[start + (n + 1) * step] = 0
    case .neumann:
      u[start] = u[start + 2 * step]
      u[start + (n + 1) * step] = u[start + (n - 1) * step]
    case .periodic:
      u[start] = u[start + n * step]
      u[start + (n + 1) * step] = u[start + step]
    }
  }

  /// The padded places, on the coarser grid, of the two points between which each point of `axis` lies.
  func coarseNeighbours(_ axis: Int) -> [(low: Int, high: Int)] {
    guard let boundary = boundaries[axis] else { return [(1, 1)] }
    return (0..<counts[axis]).map { index in
      let offset = boundary == .dirichlet ? index + 1 : index
      let low = boundary == .dirichlet ? offset / 2 : offset / 2 + 1
      return (low, offset % 2 == 0 ? low : low + 1)
    }
  }

  /// The padded places, on this grid, of the points of the coarser one.
  func finePlaces(_ axis: Int, coarse: Int) -> [Int] {
    guard let boundary = boundaries[axis] else { return [1] }
    return (0..<coarse).map { boundary.fine($0) + 1 }
  }

  /// The mean of u over the box by the trapezoidal rule.
  func mean(_ u: UnsafePointer<Double>) -> Double {
    var (sum, total) = (0.0, 0.0)
    for z in 0..<counts[0] {
      for y in 0..<counts[1] {
        let share = endWeight(0, z) * endWeight(1, y)
        for x in 0..<counts[2] {
          let weight = share * endWeight(2, x)
          sum += weight * u[row(z, y) + x]
          total += weight
        }
      }
    }
    return sum / total
  }

  private func endWeight(_ axis: Int, _ index: Int) -> Double {
    boundaries[axis] == .neumann && (index == 0 || index == counts[axis] - 1) ? 0.5 : 1
  }
}
