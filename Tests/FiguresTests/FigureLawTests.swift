import Canvas
import Experiment
import Figures
import Testing

/// What every figure of the shelf must do.
@Suite struct FigureLawTests {
  private static let kinds = FigureCatalogue.all.keys.sorted()

  @Test func theShelfHoldsTheKindsOfReports() {
    #expect(
      Self.kinds == [
        "error-by-reynolds", "field-triptych", "learning-curve", "rollout-curve",
        "rollout-filmstrip", "seed-strip", "skill-cost",
      ])
  }

  @Test(arguments: kinds) func nothingOneAndManySeriesAreDrawn(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    for models in [0, 1, 9] {
      let figures = recipe.figures(from: FigureFixture(modelCount: models).source)
      #expect(figures.allSatisfy { $0.kind == kind && $0.isEmpty == (models == 0) })
      #expect(models == 0 || !figures.isEmpty)
      for (data, width) in figures.flatMap({ data in [200.0, 440].map { (data, $0) } }) {
        let drawing = data.drawing(width: width)
        #expect(drawing.width == width && drawing.height > 0)
        #expect(!drawing.title.isEmpty && !drawing.description.isEmpty)
        #expect(PNGWriter.encoded(drawing, scale: 1).count > 100)
        #expect(!drawing.svg(id: "f").contains("nan"))
      }
    }
  }

  @Test(arguments: kinds) func theSameResultsGiveTheSameFigure(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    let figures = (0..<2).map { _ in recipe.figures(from: FigureFixture(modelCount: 3).source) }
    #expect(figures[0] == figures[1])
    let drawings = figures.map { $0.map { $0.drawing().svg(id: "f") } }
    #expect(drawings[0] == drawings[1])
  }

  @Test(arguments: kinds) func resultsWithoutASuccessfulCellAreNoFigure(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    let source = FigureFixture(modelCount: 2, state: .failed).source
    for data in recipe.figures(from: source) {
      #expect(data.isEmpty)
      #expect(data.drawing().svg(id: "f").contains("Nothing to show"))
    }
    #expect(FigureCatalogue.figures(from: source).isEmpty)
  }

  @Test func reportsShowEveryEntryInTheOrderOfSubjects() {
    let figures = FigureCatalogue.figures(from: FigureFixture().source)
    #expect(
      figures.map(\.kind) == [
        "error-by-reynolds", "seed-strip", "learning-curve", "rollout-curve", "skill-cost",
        "field-triptych", "rollout-filmstrip",
      ])
  }
}
