import Physics
import Testing

@Suite("Records of collapsing columns")
struct DamBreakTableTests {
  @Test(arguments: [
    DamBreakTable.martinMoyceFront, .martinMoyceHeight, .martinMoyceSmallColumn,
    .martinMoyceLargeColumn, .koshizukaOkaFront,
  ])
  func readingsAreInOrder(table: DamBreakTable) {
    #expect(table.times.count == table.values.count)
    #expect(table.times == table.times.sorted())
    #expect(table.values == table.values.sorted(by: table.quantity == .front ? (<) : (>)))
  }

  @Test func valuesBetweenReadingsLieOnALine() {
    let table = DamBreakTable.koshizukaOkaFront
    #expect(table.value(at: 0) == 1)
    #expect(abs((table.value(at: 0.1905) ?? 0) - 1.0555) < 1e-12)
    #expect(table.value(at: 5) == nil)
  }

  @Test func theTwoTranscriptionsOfOneExperimentAgree() {
    // A tenth of a column width is what reading a figure costs.
    let difference = DamBreakTable.martinMoyceFront.largestDifference(from: .martinMoyceLargeColumn)
    #expect(difference > 0 && difference < 0.1)
  }
}
