import Canvas
import Experiment
import Figures
import Foundation
import Testing

@Suite struct PictureFigureTests {
  /// A field that turns around the middle like a wheel.
  private func wheel(_ size: Int) -> VectorField {
    let places = (0..<size * size).map { index in
      (Float(index % size) - Float(size - 1) / 2, Float(index / size) - Float(size - 1) / 2)
    }
    return VectorField(
      height: size, width: size, u: places.map { -$0.1 }, v: places.map { $0.0 })
  }

  private func lines(_ look: VectorPlot.Look) -> [[Point]] {
    let plot = VectorPlot(
      quantity: "speed", look: look, panels: [VectorPlot.Panel(name: "Truth", field: wheel(33))])
    let data = FigureData(kind: "k", title: "t", caption: "c", content: .vectors(plot))
    return data.drawing(width: 440).elements.flatMap { lines(in: $0) }
  }

  private func lines(in element: Element) -> [[Point]] {
    switch element {
    case .shape(.lines(let lines), _): lines
    case .group(let group): group.elements.flatMap { lines(in: $0) }
    default: []
    }
  }

  @Test func streamlinesOfAWheelAreCirclesAroundItsMiddle() {
    let middle = Point(215.0 / 2, 18 + 215.0 / 2)
    let long = lines(.streamlines).filter { $0.count > 5 }
    #expect(long.count > 5)
    for line in long {
      let radii = line.map { hypot($0.x - middle.x, $0.y - middle.y) }
      // Steps of the midpoint rule stray by less than a hundredth of the picture.
      #expect((radii.max() ?? 0) - (radii.min() ?? 0) < 2.15)
    }
  }

  @Test func arrowsAreLongestWhereTheFieldIsStrongest() {
    let shafts = lines(.arrows).filter { $0.count == 2 }
    let lengths = shafts.map { hypot($0[1].x - $0[0].x, $0[1].y - $0[0].y) }
    #expect(shafts.count > 100)
    #expect((lengths.max() ?? 0) <= 11.01)
  }

  @Test func aFlowShowsTheTruthAndTheBestModels() {
    let data = FlowField().figures(from: FigureFixture(modelCount: 4).source)[0]
    #expect(
      data.text.hasSuffix(
        """
        reading Shown: Model 0, Model 1.
        streamlines of speed (m/s), 0 to 7.07107
        panel Truth: 2 × 3
        panel Model 0: 2 × 3
        panel Model 1: 2 × 3

        """))
  }

  @Test func manyModelsShareOnePictureOfTheTruth() {
    func pictures(_ models: Int) -> Int {
      let data = FieldTriptych().figures(from: FigureFixture(modelCount: models).source)[0]
      return data.drawing().svg(id: "f").components(separatedBy: "data-field=").count - 1
    }
    #expect(pictures(2) == 6)
    #expect(pictures(9) == 19)
  }

  @Test func aSparklineMarksItsLastValue() {
    let drawing = Sparkline(values: [1, .nan, 3], style: 2).drawing()
    #expect(drawing.description == "2 values from 1.00 to 3.00.")
    #expect(
      drawing.elements == [
        .shape(.polyline([Point(2.5, 13.5), Point(61.5, 2.5)]), .stroked(.series(2), width: 1.2)),
        .shape(.circle(centre: Point(61.5, 2.5), radius: 1.8), .filled(.series(2))),
      ])
    #expect(Sparkline(values: []).drawing().elements.isEmpty)
  }

  @Test func figuresAreWrittenAsFilesTheSameEveryTime() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let figures = Array(FigureCatalogue.figures(from: FigureFixture().source).prefix(2))
    let runs = try ["a", "b"].map { name in
      try FigureFiles.write(figures, to: folder.appending(path: name).path)
    }
    #expect(
      runs[0].map { URL(fileURLWithPath: $0).lastPathComponent } == [
        "001-error-by-reynolds.svg", "001-error-by-reynolds.png", "001-error-by-reynolds.pdf",
        "002-error-distribution.svg", "002-error-distribution.png", "002-error-distribution.pdf",
      ])
    for (first, second) in zip(runs[0], runs[1]) {
      let bytes = try [first, second].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(bytes[0] == bytes[1], "\(first)")
    }
  }
}
