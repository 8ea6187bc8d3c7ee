/// A rooted tree, by the subtrees of its root: what a condition of order belongs to (Butcher 1963;
/// Hairer, Norsett & Wanner, *Solving ODEs I*, II.2).
struct RootedTree: CustomStringConvertible {
  let children: [RootedTree]

  /// The number of nodes.
  var order: Int { children.reduce(1) { $0 + $1.order } }
  /// γ(t): the product over all nodes of the size of the subtree there.
  var density: Double { children.reduce(Double(order)) { $0 * $1.density } }
  var description: String { "[" + children.map(\.description).joined() + "]" }

  /// All trees of `order` nodes: multisets of smaller trees under one root.
  static func all(of order: Int) -> [RootedTree] {
    var pool: [RootedTree] = []
    for size in 1..<max(order, 1) { pool += all(of: size) }
    return forests(of: order - 1, from: pool[...]).map { RootedTree(children: $0) }
  }

  /// All multisets of trees of `pool` with `nodes` nodes together.
  private static func forests(
    of nodes: Int, from pool: ArraySlice<RootedTree>
  ) -> [[RootedTree]] {
    if nodes == 0 { return [[]] }
    return pool.indices.filter { pool[$0].order <= nodes }.flatMap { index in
      forests(of: nodes - pool[index].order, from: pool[index...]).map { [pool[index]] + $0 }
    }
  }

  /// Φᵢ(t) for each stage of a method with the square matrix `a`.
  func elementaryWeights(_ a: [[Double]]) -> [Double] {
    let below = children.map { $0.elementaryWeights(a) }
    return a.map { row in
      below.reduce(1) { product, weights in
        product * zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
  }

  /// Σ bᵢ Φᵢ(t) - 1/γ(t) · `scale`, which is zero when the condition holds.
  func residual(_ a: [[Double]], _ b: [Double], scale: Double = 1) -> Double {
    zip(b, elementaryWeights(a)).reduce(0) { $0 + $1.0 * $1.1 } - scale / density
  }
}
