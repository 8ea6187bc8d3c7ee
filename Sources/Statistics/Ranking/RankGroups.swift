/// The largest groups of methods in which no pair is told apart, the bars of a critical-difference
/// diagram (Demšar 2006, figure 1).
public struct RankGroups: Sendable, Equatable {
  /// Groups of neighbours in the order of mean ranks, which a bar can join; each in that order.
  public let contiguous: [[Int]]
  /// Groups with a gap, possible when the test is not one of mean ranks: to be listed, not drawn.
  public let others: [[Int]]

  /// The maximal cliques of the graph of pairs that are alike. Groups of one are left out.
  public init(meanRanks: [Double], areAlike: (Int, Int) -> Bool) {
    let order = meanRanks.indices.sorted { (meanRanks[$0], $0) < (meanRanks[$1], $1) }
    let neighbours = order.indices.map { first in
      Set(order.indices.filter { $0 != first && areAlike(order[first], order[$0]) })
    }
    var cliques: [[Int]] = []
    Self.extend([], Set(order.indices), [], neighbours, &cliques)
    let groups = cliques.filter { $0.count > 1 }.map { $0.sorted() }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let isContiguous = { (group: [Int]) in (group.last ?? 0) - (group.first ?? 0) == group.count - 1
    }
    contiguous = groups.filter(isContiguous).map { $0.map { order[$0] } }
    others = groups.filter { !isContiguous($0) }.map { $0.map { order[$0] } }
  }

  /// The groups of mean ranks less than a critical difference apart.
  public init(meanRanks: [Double], criticalDifference: Double) {
    self.init(meanRanks: meanRanks) {
      abs(meanRanks[$0] - meanRanks[$1]) <= criticalDifference
    }
  }

  /// Bron & Kerbosch (1973) with the pivot of most neighbours.
  private static func extend(
    _ clique: [Int], _ candidates: Set<Int>, _ done: Set<Int>, _ neighbours: [Set<Int>],
    _ cliques: inout [[Int]]
  ) {
    guard !candidates.isEmpty else {
      if done.isEmpty { cliques.append(clique) }
      return
    }
    let pivots = candidates.union(done).sorted()
    let counts = pivots.map { neighbours[$0].intersection(candidates).count }
    let pivot = zip(pivots, counts).reduce((pivots[0], -1)) { $1.1 > $0.1 ? $1 : $0 }.0
    var (candidates, done) = (candidates, done)
    for vertex in candidates.subtracting(neighbours[pivot]).sorted() {
      extend(
        clique + [vertex], candidates.intersection(neighbours[vertex]),
        done.intersection(neighbours[vertex]), neighbours, &cliques)
      candidates.remove(vertex)
      done.insert(vertex)
    }
  }
}
