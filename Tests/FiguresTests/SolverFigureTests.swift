import Canvas
import Comparison
import Experiment
import Figures
import TestSupport
import Testing

@Suite struct SolverFigureTests {
  private let source = FigureFixture().source

  @Test(arguments: [
    "solver-pareto", "trained-work-precision", "solver-course", "training-evaluations",
    "moment-bands",
  ])
  func theNumbersAreAsRecorded(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    try Golden.check(recipe.figures(from: source).map(\.text).joined(), "\(kind).txt")
  }

  @Test func theParetoFrontHasIntervalsInBothDirections() throws {
    let data = try #require(SolverPareto().figures(from: source).first)
    guard case .points(let plot) = data.content else {
      Issue.record("not a plot of points")
      return
    }
    #expect(plot.points.map(\.x) == [20, 40])
    #expect(plot.points.allSatisfy { $0.left <= $0.x && $0.x <= $0.right })
    #expect(plot.points.allSatisfy { $0.lower < $0.y && $0.y < $0.upper })
    #expect(plot.points.map(\.isOnFront) == [true, false])
  }

  @Test func theOwnSettingIsMarkedOnTheCurveOfEachFamily() {
    let figures = TrainedWorkPrecision().figures(from: source)
    #expect(
      figures.map(\.title) == [
        "NMSE of trained models by setting: tolerance", "NMSE of trained models by setting: fixed",
      ])
    for data in figures {
      guard case .lines(let plot) = data.content else {
        Issue.record("not a plot of lines")
        continue
      }
      for series in plot.series {
        #expect(series.highlights.count == 1)
        #expect(series.points[series.highlights[0]].x == 20 * Double(series.style + 1))
      }
    }
  }

  @Test func beforeAndAfterStandInOnePanel() throws {
    let data = try #require(SolverCourse().figures(from: FigureFixture(modelCount: 6).source).first)
    guard case .panels(let plot) = data.content else {
      Issue.record("not panels")
      return
    }
    #expect(plot.rows.count == 4)
    #expect(plot.columns.map(\.title) == ["step size", "error estimate", "stiffness"])
    #expect(plot.rows[0].panels[0].background.map(\.y) == [0.1, 0.2, 0.3])
    #expect(data.caption.hasSuffix("The best 4 of 6 models."))
  }

  @Test func modelsThatTellNothingHaveNoSuchFigures() {
    var frame = FigureFixture().frame
    for index in frame.cells.indices {
      frame.cells[index].evaluation.measurements.removeAll { $0.metric == "nfe" }
      frame.cells[index].evaluation.curves = []
    }
    let source = FigureSource(
      frame: frame, summaries: [], suite: frame.suites[0], task: frame.suites[0].tasks[0],
      profile: .quick)
    #expect(SolverPareto().figures(from: source).isEmpty)
    #expect(TrainedWorkPrecision().figures(from: source).isEmpty)
    #expect(SolverCourse().figures(from: source).isEmpty)
    #expect(TrainingEvaluations().figures(from: source).isEmpty)
    #expect(MomentBands().figures(from: source).isEmpty)
  }
}
