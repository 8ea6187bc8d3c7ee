/// Cubic interpolation along one axis: for each target, four neighbouring nodes and their weights.
///
/// Lagrange's polynomial through the four nodes around the target (at an end, the four nearest); it
/// is exact for cubics and does not smooth.
public struct LineInterpolation: Sendable {
  let firstNodes: [Int]
  /// Four weights a target, in sequence.
  let weights: [Double]

  /// The interpolation from values at ascending `nodes` (at least four) to `targets`.
  public init(nodes: [Double], targets: [Double]) {
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

  /// The values at the targets of a function known at the nodes.
  public func interpolated(_ values: [Double]) -> [Double] {
    (0..<count).map { target in
      (0..<4).reduce(0) {
        $0 + weights[4 * target + $1] * values[firstNodes[target] + $1]
      }
    }
  }

  private static func lagrange(_ nodes: [Double], at target: Double) -> [Double] {
    nodes.indices.map { k in
      nodes.indices.reduce(1) { product, other in
        other == k
          ? product : product * (target - nodes[other]) / (nodes[k] - nodes[other])
      }
    }
  }
}
