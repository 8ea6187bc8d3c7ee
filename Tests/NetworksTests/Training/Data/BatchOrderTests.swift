import Networks
import Randomness
import Testing

@Suite struct BatchOrderTests {
  private func batches(_ rule: BatchRule, _ number: Int, of count: Int = 10) -> [[Int]] {
    var order = BatchOrder(
      count: count, batchSize: 4, rule: rule, random: RandomStream(seed: 1))
    return (0..<number).map { _ in
      var batch: [Int] = []
      order.fill(&batch)
      return batch
    }
  }

  @Test func sequentialSamplesStandAsTheyAre() {
    let found = batches(BatchRule(order: .sequential, remainder: .kept), 4)
    #expect(found == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9], [0, 1, 2, 3]])
  }

  @Test func epochsJoinWithoutABreak() {
    let found = batches(BatchRule(), 5)
    #expect(found.allSatisfy { $0.count == 4 })
    let samples = found.flatMap(\.self)
    #expect(samples[..<10].sorted() == Array(0..<10) && samples[10...].sorted() == Array(0..<10))
    #expect(samples[..<10] != samples[10...])
  }

  @Test func remaindersAreDropped() {
    let found = batches(BatchRule(remainder: .dropped), 4)
    let joined = batches(BatchRule(), 3).flatMap(\.self)
    #expect(found[0] + found[1] == Array(joined[..<8]))
    #expect(Set(found[0] + found[1]).count == 8 && Set(found[2] + found[3]).count == 8)
  }

  @Test func remaindersAreKept() {
    let found = batches(BatchRule(remainder: .kept), 6)
    #expect(found.map(\.count) == [4, 4, 2, 4, 4, 2])
    for epoch in [found[..<3], found[3...]] {
      #expect(epoch.flatMap(\.self).sorted() == Array(0..<10))
    }
  }

  @Test(arguments: BatchRule.Remainder.allCases)
  func anOrderGoesOnFromItsState(remainder: BatchRule.Remainder) throws {
    let rule = BatchRule(remainder: remainder)
    func order() -> BatchOrder {
      BatchOrder(count: 10, batchSize: 4, rule: rule, random: RandomStream(seed: 1))
    }
    var (first, batch, other) = (order(), [Int](), [Int]())
    for _ in 0..<7 {
      var second = order()
      try second.restore(first.state)
      first.fill(&batch)
      second.fill(&other)
      #expect(batch == other)
    }
    var short = BatchOrder(count: 3, batchSize: 3, rule: rule, random: RandomStream(seed: 1))
    #expect(throws: CheckpointMismatch.self) { try short.restore(first.state) }
  }
}
