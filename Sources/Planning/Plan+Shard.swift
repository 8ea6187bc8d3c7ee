import Experiment

extension Plan {
  /// The `index`-th of `count` parts of the plan, both from 1: every cell is in exactly one of them, whoever
  /// asks and wherever.
  ///
  /// Cells are dealt in the order of the plan, each to the shard with the fewest cells of its model, among
  /// these to the one with the fewest in all, among these to the first: so a slow model is spread as evenly
  /// as a fast one.
  /// - Throws: `AssayError` (bad input) for a shard that there is not.
  public func shard(_ index: Int, of count: Int) throws -> Plan {
    guard count >= 1, (1...count).contains(index) else {
      throw AssayError(
        .badInput, where: "shard \(index)/\(count)", found: "no such shard",
        expected: "a number from 1 to \(max(count, 1)) of \(max(count, 1))",
        remedy: "count shards from 1, as in 1/4 to 4/4")
    }
    var part = self
    part.cells = zip(cells, Self.deal(cells, to: count)).filter { $0.1 == index - 1 }.map(\.0)
    return part
  }

  /// The shard, from 0, of each cell.
  private static func deal(_ cells: [PlannedCell], to count: Int) -> [Int] {
    var totals = [Int](repeating: 0, count: count)
    var ofModel: [String: [Int]] = [:]
    return cells.map { cell in
      let model = cell.identity.model
      let dealt = ofModel[model] ?? totals.map { _ in 0 }
      var chosen = 0
      for shard in 1..<max(count, 1)
      where (dealt[shard], totals[shard]) < (dealt[chosen], totals[chosen]) { chosen = shard }
      ofModel[model, default: dealt][chosen] += 1
      totals[chosen] += 1
      return chosen
    }
  }
}
