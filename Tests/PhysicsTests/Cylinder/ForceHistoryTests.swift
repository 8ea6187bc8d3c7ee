import Physics
import Testing

@Suite("A history of forces")
struct ForceHistoryTests {
  @Test func anEmptyHistoryHasNoPeriod() {
    let history = ForceHistory()
    #expect(history.period == nil)
    #expect(history.largestDrag == nil)
    #expect(history.liftRange == 0)
  }

  /// A wake that has been periodic for three cycles; the published Strouhal number is 0.3018 and the
  /// coarse grid is within 5 % of it.
  @Test func theWakeOfTheBenchmarkHasItsStrouhalNumber() throws {
    let resolution = CylinderResolution(
      cellsPerDiameter: 12, growth: 1.1, wakeGrowth: 1.06, largestWidth: 0.4)
    var flow = CylinderFlow(DFGBenchmark.periodic, resolution: resolution)
    var history = ForceHistory()
    try flow.advance(to: 5) { history.append($0) }
    let wake = history.from(4)
    let strouhal = try #require(wake.strouhalNumber(of: flow.flow))
    #expect(abs(strouhal / 0.301841 - 1) < 0.05)
    #expect(wake.liftRange > 1.2)
  }
}
