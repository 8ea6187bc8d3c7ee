import Canvas
import Experiment
import Figures
import Testing

@Suite struct CostFigureTests {
  @Test func costsHaveAPanelEach() {
    let data = ModelCosts().figures(from: FigureFixture().source)[0]
    #expect(data.text.contains("panel training s\n  Model 0: 10 [10, 10]\n  Model 1: 9 [9, 9]"))
    #expect(data.text.contains("panel peak MiB\n  Model 0: 100 [100, 100]"))
    #expect(data.text.contains("panel 10⁶ parameters\n  Model 0: 0.001 [0.001, 0.001]"))
  }

  @Test func theSmallestProductOfErrorAndTimeIsNamed() {
    let data = WorkPrecision().figures(from: FigureFixture().source)[0]
    #expect(data.reading == "The smallest error × time has Model 0: 0.300 in 1.00 ms.")
    #expect(data.caption.contains("The dashed line is the solver that made the data."))
  }

  @Test func whereMoreIsBetterTheFrontHoldsTheLargest() {
    func mark(_ x: Double, _ y: Double) -> PointPlot.Mark {
      PointPlot.Mark(name: "", style: 0, x: x, y: y, lower: y, upper: y, isOnFront: false)
    }
    var plot = PointPlot(
      x: Axis("s"), y: Axis("skill"), points: [mark(1, 0.2), mark(2, 0.1), mark(3, 0.9)],
      better: .higher)
    plot.markFront()
    #expect(plot.points.map(\.isOnFront) == [true, false, true])
  }

  @Test func theBoxOfADistributionHoldsItsMiddleHalf() {
    let data = ErrorDistribution().figures(from: FigureFixture(modelCount: 1).source)[0]
    // 0.1, 0.2, 0.4 of one seed and twice that of the other.
    #expect(data.text.hasSuffix("row 0 Model 0 other\n  box 0.2 0.3 0.4, whiskers 0.1 0.4\n"))
  }
}
