import Canvas
import Experiment
import Figures
import Testing

@Suite struct CourseFigureTests {
  @Test func aRollOutThatEndsEarlyHasLeftAndOneThatEndsWithTheDataHasNot() {
    let data = RolloutSurvival().figures(from: FigureFixture().source)[0]
    // Case 1 passes 0.1 at step 3 for model 0 and at step 1 for model 1; case 2 stays below.
    #expect(
      data.text.hasSuffix(
        """
        reading Half have passed by: Model 0 step 3; Model 1 step 1.
        x linear roll-out step
        y linear share of roll-outs below 0.1
        joined by steps
        series 0 Model 0 complete
          0: 1 [1, 1]
          3: 0 [0, 0]
        series 1 Model 1 complete
          0: 1 [1, 1]
          1: 0.5 [0.0578471, 0.844861]
          2: 0.5 [0.0578471, 0.844861]

        """))
  }

  @Test func validTimesOfAllRollOutsMakeABox() {
    let data = ValidTime().figures(from: FigureFixture().source)[0]
    #expect(
      data.text.hasSuffix(
        """
        reading Medians: Model 0 3.00; Model 1 3.00.
        axis linear High-correlation time (frames)
        look box
        row 0 Model 0 other
          box 3 3 3, whiskers 3 3
        row 1 Model 1 other
          box 2.25 3 3, whiskers 2 3

        """))
  }

  @Test func bandsStandFromLowToHigh() {
    let data = SpectrumBands().figures(from: FigureFixture(modelCount: 1).source)[0]
    #expect(
      data.text.hasSuffix(
        """
        series 0 Model 0 complete
          0: 0.075 [0.05, 0.1]
          1: 0.05 [0.0333333, 0.0666667]
          2: 0.0375 [0.025, 0.05]

        """))
  }

  @Test func aCalibrationCurveLiesBelowTheDiagonalOfTrueClaims() {
    let data = CalibrationCurve().figures(from: FigureFixture().source)[0]
    #expect(data.text.contains("guide y = x"))
    #expect(
      data.text.contains("series 1 Model 1 complete\n  0: 0 [0, 0]\n  0.5: 0.25 [0.25, 0.25]"))
    #expect(data.reading == "Largest distance from the line: Model 0 0; Model 1 0.250.")
  }

  @Test func ofManyModelsTheBestSixStandOut() {
    let data = RolloutCurve().figures(from: FigureFixture(modelCount: 12).source)[0]
    guard case .lines(let plot) = data.content else { return }
    #expect(plot.emphasised == [0, 1, 2, 3, 4, 5])
    #expect(data.caption.hasSuffix("The best 6 are coloured, the others thin and grey."))
    #expect(data.text.contains("series 6 Model 6 complete behind"))
  }

  @Test func aCurveThatRunsAwayDoesNotFlattenTheOthers() {
    func series(_ style: Int, _ values: [Double]) -> LinePlot.Series {
      LinePlot.Series(
        name: "\(style)", style: style,
        points: values.enumerated().map { LinePlot.Sample(x: Double($0), y: $1) })
    }
    let calm = (0..<4).map { series($0, [1, 2, 3]) }
    func limit(_ last: Double) -> Double? {
      LinePlot(
        x: Axis("x"), y: Axis("y", .logarithmic), series: calm + [series(4, [1, 1e3, last])]
      ).limit
    }
    // Three in four values are at most 3, so two decades above that are shown.
    #expect(limit(1e12) == 300)
    #expect(limit(1e3) == nil)
  }

  @Test func aHistoryShowsItsLevelsAndWhereTheyChange() {
    let entries = [3.0, 3, 5].enumerated().map {
      MetricHistory.Entry(label: "c\($0)", value: $1, lower: $1, upper: $1)
    }
    let data = MetricHistory(
      title: "NMSE", axis: Axis("NMSE"), entries: entries, changes: [2], levels: [3, 5]
    ).figure
    #expect(
      data.text.hasSuffix(
        """
        reading The level changes at c2.
        x linear commit
        y linear NMSE
        guide x = 2 c2
        series 0 value complete
          0: 3 [3, 3]
          1: 3 [3, 3]
          2: 5 [5, 5]
        series 1 level complete
          0: 3 [3, 3]
          2: 3 [3, 3]
          2: 5 [5, 5]
          2: 5 [5, 5]

        """))
    #expect(MetricHistory(title: "", axis: Axis(""), entries: []).figure.isEmpty)
  }
}
