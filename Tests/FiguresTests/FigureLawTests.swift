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
        "field-triptych", "learning-curve", "rollout-curve", "seed-strip", "skill-cost",
      ])
  }

  @Test(arguments: kinds) func nothingOneAndManySeriesAreDrawn(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    for models in [0, 1, 9] {
      let data = recipe.data(from: FigureFixture(modelCount: models).source)
      #expect(data.kind == kind)
      #expect(data.isEmpty == (models == 0))
      for width in [200.0, 440] {
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
    let figures = (0..<2).map { _ in recipe.data(from: FigureFixture(modelCount: 3).source) }
    #expect(figures[0] == figures[1])
    #expect(figures[0].drawing().svg(id: "f") == figures[1].drawing().svg(id: "f"))
  }

  @Test(arguments: kinds) func resultsWithoutASuccessfulCellAreNoFigure(kind: String) throws {
    let recipe = try #require(FigureCatalogue.all[kind]).init()
    let data = recipe.data(from: FigureFixture(modelCount: 2, state: .failed).source)
    #expect(data.isEmpty)
    #expect(data.drawing().svg(id: "f").contains("Nothing to show"))
  }
}
