import Canvas
import Experiment
import Figures
import Testing

@Suite struct SuiteFigureTests {
  @Test func ranksStandInATableAndWhatIsMissingHasALetter() {
    let data = RankHeatMap().figures(across: FigureFixture().suiteSource)[0]
    #expect(
      data.text == """
        figure rank-heat-map
        title Ranks by task
        caption Rank of each model by each quantity, 1 being best, darker is better; models by \
        mean rank. Bold: the data cannot tell it from the best.
        reading First places of 1: Model 0 1.
        columns Model 0 | Model 1
        row Task: NMSE, roll-out: 1* (1) 2 (0)

        """)
  }

  @Test func aFailedCellIsHollowAndItsLetterIsExplained() {
    var frame = FigureFixture().frame
    frame.cells = frame.cells.map { cell in
      var cell = cell
      if cell.identity.model == "m1" { cell.state = .timedOut }
      return cell
    }
    var summaries = FigureFixture().summaries
    summaries[0].standings[1].rank = 0
    var section = FigureFixture().suiteSource.section
    section?.summaries = summaries
    guard let section else { return }
    let data = RankHeatMap().figures(across: SuiteSource(frame: frame, section: section))[0]
    #expect(data.text.contains("row Task: NMSE, roll-out: 1* (1) [T]"))
    #expect(data.caption.hasSuffix("Hollow: no value (T timed out)."))
  }

  @Test func whatCannotBeToldApartIsJoinedByABar() {
    let data = CriticalDifference().figures(across: FigureFixture(modelCount: 3).suiteSource)[0]
    #expect(
      data.text == """
        figure critical-difference
        title Mean ranks and what can be told apart
        caption Mean rank of each model, 1 being best. A bar joins models that cannot be told \
        apart. Friedman's test. p = 0.010.
        reading Not told apart: Model 1, Model 2.
        difference 0.5
        rank 0 Model 0: 1
        rank 1 Model 1: 2
        rank 2 Model 2: 3
        alike Model 1, Model 2

        """)
  }

  @Test func scoresOverAllTasksHaveAPanelEach() {
    let data = AggregateIntervals().figures(across: FigureFixture().suiteSource)[0]
    #expect(data.text.contains("panel IQM →\n  Model 0: 1 [0.9, 1.1]\n  Model 1: 0.5 [0.4, 0.6]"))
    #expect(data.caption.hasSuffix("Model 0 is the unit."))
  }

  @Test func aPairIsBoldWhereTheIntervalExcludesNoDifference() {
    let data = ImprovementMatrix().figures(across: FigureFixture().suiteSource)[0]
    #expect(data.text.contains("row Model 0: [] 75* (0.75)\nrow Model 1: 25* (0.25) []"))
  }

  @Test func aPerformanceProfileBeginsWithTheShareOfWins() {
    var recipe = PerformanceProfile()
    recipe.resamples = 20
    let data = recipe.figures(across: FigureFixture().suiteSource)[0]
    // Model 1 has twice the error of model 0 at both seeds.
    #expect(
      data.text.contains(
        """
        series 0 Model 0 complete 100 %
          1: 1 [1, 1]
          100: 1 [1, 1]
        series 1 Model 1 complete 100 %
          1: 0 [0, 0]
          2: 1 [1, 1]
          100: 1 [1, 1]
        """))
    #expect(data.reading == "Most wins: Model 0 100 %; Model 1 0 %.")
  }

  @Test func aDataProfileRisesWhereTrainingIsPaid() {
    var recipe = DataProfile()
    recipe.factor = 1.5
    let data = recipe.figures(across: FigureFixture().suiteSource)[0]
    // Model 0 takes 10 s for both problems, model 1 is twice as far off.
    #expect(data.text.contains("series 0 Model 0 complete 100 %\n  8: 0 [0, 0]\n  10: 1 [1, 1]"))
    #expect(data.text.contains("series 1 Model 1 complete 0 %\n  8: 0 [0, 0]\n  12.5: 0 [0, 0]"))
  }

  @Test func harderTargetsAreReachedByFewerTrials() {
    let data = TargetECDF().figures(across: FigureFixture().suiteSource)[0]
    // The smaller of two errors is the unit: model 0 reaches all targets, model 1 the easiest.
    #expect(data.reading == "Reached at all: Model 0 100 %; Model 1 3 %.")
  }
}
