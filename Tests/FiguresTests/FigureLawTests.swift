import Canvas
import Experiment
import Figures
import Testing

/// What every figure of the shelf must do.
@Suite struct FigureLawTests {
  private static let kinds = FigureCatalogue.all.keys.sorted()
  private static let suiteKinds: Set<String> = [
    "aggregate-intervals", "critical-difference", "data-profile", "improvement-matrix",
    "performance-profile", "rank-heat-map", "target-ecdf",
  ]

  private func made(_ kind: String, _ fixture: FigureFixture) throws -> [FigureData] {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    return recipe.figures(from: fixture.source) + recipe.figures(across: fixture.suiteSource)
  }

  @Test func theShelfHoldsTheKindsOfReports() {
    #expect(
      Self.kinds == [
        "aggregate-intervals", "calibration-curve", "conservation-course", "critical-difference",
        "data-profile", "error-by-reynolds", "error-distribution", "field-triptych", "flow-field",
        "improvement-matrix", "learning-curve", "model-costs", "moment-bands",
        "performance-profile", "rank-heat-map", "rollout-curve", "rollout-filmstrip",
        "rollout-survival", "seed-strip", "skill-cost", "solver-course", "solver-pareto",
        "spectrum-bands", "target-ecdf", "trained-work-precision", "training-evaluations",
        "valid-time", "work-precision",
      ])
  }

  @Test(arguments: kinds) func nothingOneAndManySeriesAreDrawn(kind: String) throws {
    for models in [0, 1, 2, 12] {
      let figures = try made(kind, FigureFixture(modelCount: models))
      #expect(figures.allSatisfy { $0.kind == kind && $0.isEmpty == (models == 0) })
      // Over tasks models are set against each other, so one alone has no figure.
      #expect(models == 0 || (Self.suiteKinds.contains(kind) && models == 1) || !figures.isEmpty)
      for (data, width) in figures.flatMap({ data in [200.0, 440].map { (data, $0) } }) {
        let drawing = data.drawing(width: width)
        #expect(drawing.width == width && drawing.height > 0)
        #expect(!drawing.title.isEmpty && !drawing.description.isEmpty)
        #expect(PNGWriter.encoded(drawing, scale: 1).count > 100)
        #expect(!drawing.svg(id: "f").contains("nan"))
      }
    }
  }

  /// Pages draw figures 310 units wide and screens 440.
  @Test(arguments: kinds) func nothingIsDrawnOutside(kind: String) throws {
    for (models, width) in [(1, 310.0), (2, 310), (12, 310), (2, 440), (12, 440)] {
      let fixture = FigureFixture(
        modelCount: models, suffix: models > 2 ? " of a kind" : "", brokenFrom: 2)
      for data in try made(kind, fixture) {
        let drawing = data.drawing(width: width)
        let extent = Extent(of: drawing.elements)
        let air = 1.0  // half a line's width and the overhang of letters
        #expect(
          extent.left >= -air && extent.top >= -air && extent.right <= drawing.width + air
            && extent.bottom <= drawing.height + air, "\(kind) at \(width): \(extent)")
      }
    }
  }

  @Test(arguments: kinds) func theSameResultsGiveTheSameFigure(kind: String) throws {
    let figures = try (0..<2).map { _ in try made(kind, FigureFixture(modelCount: 3)) }
    #expect(figures[0] == figures[1])
    let drawings = figures.map { $0.map { $0.drawing().svg(id: "f") } }
    #expect(drawings[0] == drawings[1])
  }

  @Test(arguments: kinds) func resultsWithoutASuccessfulCellAreNoFigure(kind: String) throws {
    let fixture = FigureFixture(modelCount: 2, state: .failed)
    for data in try made(kind, fixture) {
      #expect(data.isEmpty)
      #expect(data.drawing().svg(id: "f").contains("Nothing to show"))
    }
    #expect(FigureCatalogue.figures(from: fixture.source).isEmpty)
    #expect(FigureCatalogue.suiteFigures(from: fixture.suiteSource).isEmpty)
  }

  @Test(arguments: kinds) func everyModelIsFoundByItsPlaceInTheSuite(kind: String) throws {
    let pictures = ["field-triptych", "flow-field", "rollout-filmstrip"]
    for data in try made(kind, FigureFixture(modelCount: 2)) {
      let svg = data.drawing().svg(id: "f")
      if pictures.contains(kind) {
        #expect(svg.contains("data-field=") || svg.contains("data-step="))
      } else {
        #expect(svg.contains("data-legend=\"0\"") && svg.contains("data-legend=\"1\""), "\(kind)")
      }
    }
  }

  @Test func reportsShowEveryEntryInTheOrderOfSubjects() {
    let fixture = FigureFixture()
    #expect(
      FigureCatalogue.figures(from: fixture.source).map(\.kind) == [
        "error-by-reynolds", "error-distribution", "seed-strip", "calibration-curve",
        "conservation-course", "learning-curve", "moment-bands", "rollout-curve",
        "rollout-survival", "solver-course", "spectrum-bands", "training-evaluations",
        "training-evaluations", "valid-time", "model-costs", "skill-cost", "skill-cost",
        "solver-pareto", "trained-work-precision", "trained-work-precision", "work-precision",
        "field-triptych", "field-triptych", "flow-field", "rollout-filmstrip",
      ])
    #expect(
      FigureCatalogue.suiteFigures(from: fixture.suiteSource).map(\.kind) == [
        "aggregate-intervals", "critical-difference", "improvement-matrix", "performance-profile",
        "rank-heat-map", "data-profile", "target-ecdf",
      ])
  }
}
