/// Cubic interpolation along one axis: for each target, four neighbouring nodes and their weights.
///
/// Lagrange's polynomial through the four nodes around the target (at an end, the four nearest); it
/// is exact for cubics and does not smooth.
struct LineInterpolation: Sendable {
  let firstNodes: [Int]
  /// Four weights a target, in sequence.
  let weights: [Double]

  init(nodes: [Double], targets: [Double]) {
    precondition(nodes.count >= 4, "cubic interpolation needs four nodes, not \(nodes.count)")
    var firstNodes: [Int] = []
    var weights: [Double] = []
    for target in targets {
      let after = nodes.firstIndex { $0 > target } ?? nodes.count
      let first = min(max(after - 2, 0), nodes.count - 4)
      firstNodes.append(first)
      weights += LineInterpolation.lagrange(Array(nodes[first..<first + 4]), at: target)
    }
    self.firstNodes = firstNodes
    self.weights = weights
  }

  var count: Int { firstNodes.count }

  private static func lagrange(_ nodes: [Double], at target: Double) -> [Double] {
    nodes.indices.map { k in
      nodes.indices.reduce(1) { product, other in
        other == k
          ? product : product * (target - nodes[other]) / (nodes[k] - nodes[other])
      }
    }
  }
}
