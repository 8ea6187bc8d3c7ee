/// The best segmentations of a series into 1, 2, 3, … pieces by weighted absolute deviation.
struct PottsSegmentation {
  /// For each number of pieces the first places of the pieces.
  let candidates: [[Int]]

  /// O(n² log n) for the costs of all pieces and O(n²) for each further piece.
  init(_ values: [Double], weights: [Double]) {
    let count = values.count
    let costs = Self.pieceCosts(values, weights)
    let most = max(1, min(StepHistory.mostPieces, count / StepHistory.fewestValues))
    // best[e]: the least cost of the first e values in so many pieces.
    var best = (0...count).map { $0 == 0 ? 0 : costs[0][$0 - 1] }
    best[0] = .infinity
    var origins: [[Int]] = []
    var candidates = [[0]]
    while origins.count + 1 < most {
      var next = [Double](repeating: .infinity, count: count + 1)
      var origin = [Int](repeating: 0, count: count + 1)
      for start in StepHistory.fewestValues..<count where best[start].isFinite {
        for end in start + StepHistory.fewestValues..<max(count + 1, start + 3)
        where end <= count && best[start] + costs[start][end - start - 1] < next[end] {
          next[end] = best[start] + costs[start][end - start - 1]
          origin[end] = start
        }
      }
      guard next[count].isFinite else { break }
      origins.append(origin)
      best = next
      candidates.append(Self.starts(origins, count))
    }
    self.candidates = candidates
  }

  private static func starts(_ origins: [[Int]], _ count: Int) -> [Int] {
    var (starts, end) = ([Int](), count)
    for origin in origins.reversed() {
      end = origin[end]
      starts.append(end)
    }
    return [0] + starts.reversed()
  }

  /// `costs[s][l]`: the least Σ w |x − level| of the l + 1 values from s on.
  private static func pieceCosts(_ values: [Double], _ weights: [Double]) -> [[Double]] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var places = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() { places[index] = place }
    // Distances from a middle value keep digits when the level is large.
    let centre = values[order[values.count / 2]]
    return values.indices.map { start in
      var tree = MedianTree(count: values.count)
      return (start..<values.count).map { index in
        tree.add(values[index] - centre, weight: weights[index], at: places[index])
        return tree.absoluteDeviation
      }
    }
  }
}

/// Weights and weighted values at places of a known order, with sums up to a place in O(log n)
/// (Fenwick 1994).
private struct MedianTree {
  private var weights: [Double]
  private var sums: [Double]
  private var totalWeight = 0.0
  private var totalSum = 0.0
  private var values: [Double]

  init(count: Int) {
    weights = [Double](repeating: 0, count: count + 1)
    sums = weights
    values = weights
  }

  mutating func add(_ value: Double, weight: Double, at place: Int) {
    values[place + 1] = value
    totalWeight += weight
    totalSum += weight * value
    var node = place + 1
    while node < weights.count {
      weights[node] += weight
      sums[node] += weight * value
      node += node & -node
    }
  }

  /// Σ w |x − m| with m the weighted median: the first place whose weights reach half.
  var absoluteDeviation: Double {
    var (node, below, sumBelow) = (0, 0.0, 0.0)
    var stride = 1 << (Int.bitWidth - 1 - (weights.count - 1).leadingZeroBitCount)
    while stride > 0 {
      if node + stride < weights.count, below + weights[node + stride] < totalWeight / 2 {
        node += stride
        below += weights[node]
        sumBelow += sums[node]
      }
      stride /= 2
    }
    let median = values[min(node + 1, values.count - 1)]
    return max(0, totalSum - 2 * sumBelow - median * (totalWeight - 2 * below))
  }
}
