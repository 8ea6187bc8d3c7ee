import Canvas
import Experiment
import Figures
import Testing

@Suite struct FigureDataTests {
  @Test func aRolloutCurveIsTheMedianAndTheRangeOfTheSeeds() {
    let data = RolloutCurve().figures(from: FigureFixture(brokenFrom: 2).source)[0]
    #expect(
      data.text == """
        figure rollout-curve
        title NMSE along the roll-out
        caption NMSE at every step of the roll-out on Task: median over seeds, band from the \
        smallest to the largest seed. A cross ends a curve where a seed has no finite value any \
        more (Model 1).
        reading Last values: Model 0 0.450 at step 3; Model 1 0.300 at step 1.
        x linear roll-out step
        y logarithmic NMSE
        series 0 Model 0 complete
          1: 0.15 [0.1, 0.2]
          2: 0.3 [0.2, 0.4]
          3: 0.45 [0.3, 0.6]
        series 1 Model 1 broken
          1: 0.3 [0.2, 0.4]

        """)
  }

  @Test func aSeedStripShowsSeedsMeansAndMarks() {
    let data = SeedStrip().figures(from: FigureFixture().source)[0]
    #expect(
      data.text == """
        figure seed-strip
        title NMSE, roll-out
        caption A dot for every seed, a bar for the mean and its 95 % interval; smaller is better.
        reading Model 0 0.300 [0.240, 0.360]; Model 1 0.600 [0.480, 0.720]
        axis logarithmic NMSE
        row 0 Model 0 best
          mean 0.3 [0.24, 0.36]
          seeds 0.2 0.4
        row 1 Model 1 other
          mean 0.6 [0.48, 0.72]
          seeds 0.4 0.8

        """)
  }

  @Test func theFrontHoldsModelsThatNoOtherBeats() {
    let data = SkillCost().figures(from: FigureFixture(modelCount: 3).source)[0]
    guard case .points(let plot) = data.content else {
      Issue.record("not a plot of points")
      return
    }
    // Model 0 is the best and the dearest, model 2 the worst and the cheapest.
    #expect(plot.points.map(\.isOnFront) == [true, true, true])
    #expect(plot.points.map(\.x) == [10, 9, 8])
  }

  @Test func fieldsShareOneScaleAndErrorsASymmetricOne() {
    let data = FieldTriptych().figures(from: FigureFixture().source)[0]
    #expect(
      data.text == """
        figure field-triptych
        title Speed, case
        caption Truth, prediction and error (prediction − truth) on Task, seed 0. One scale for \
        all truths and predictions, one symmetric scale for all errors.
        reading Largest |error|: Model 0 0; Model 1 1.00.
        fields speed (m/s), 2 × 3
        values 0 to 6, errors ± 1
        row Model 0: 6 points, largest error 0
        row Model 1: 6 points, largest error 1

        """)
  }

  @Test func aFilmstripShowsTheTruthAndTheBestModels() {
    let data = RolloutFilmstrip().figures(from: FigureFixture(modelCount: 6).source)[0]
    #expect(
      data.text == """
        figure rollout-filmstrip
        title Roll-out of case, median
        caption Speed along the roll-out on Task: the truth, then the best 4 by the mean over the \
        whole test, first seed. One scale, the truth's; an empty frame stands where a prediction \
        had blown up.
        reading Shown: Model 0, Model 1, Model 2, Model 3.
        strip speed (m/s), 2 × 3, steps 2
        values 0 to 5
        row Truth: 1 of 1 frames
        row Model 0: 1 of 1 frames
        row Model 1: 1 of 1 frames
        row Model 2: 1 of 1 frames
        row Model 3: 1 of 1 frames

        """)
  }

  @Test func casesOfOneReynoldsNumberAreAveraged() {
    let data = ErrorByReynolds().figures(from: FigureFixture(modelCount: 1).source)[0]
    #expect(
      data.text == """
        figure error-by-reynolds
        title NMSE against the Reynolds number
        caption NMSE of each test case of the rollout on Task against its Reynolds number: median \
        over seeds, band from the smallest to the largest seed. Cases of one Reynolds number are \
        averaged.
        reading Largest values: Model 0 0.375 at Re 100.
        x logarithmic Reynolds number
        y logarithmic NMSE
        series 0 Model 0 complete
          100: 0.375 [0.25, 0.5]
          1000: 0.3 [0.2, 0.4]

        """)
  }

  @Test func aPredictionThatBlewUpDoesNotHideTheOthers() {
    let row = FieldPlot.Row(name: "a", expected: [0, 1], predicted: [0, 1e9])
    let plot = FieldPlot(quantity: "u", height: 1, width: 2, rows: [row])
    #expect(plot.valueRange == 0...2)
    #expect(plot.errorLimit == 1)
  }

  @Test func manyModelsAreSplitIntoPartsOfAPage() {
    let data = FieldTriptych().figures(from: FigureFixture(modelCount: 9).source)[0]
    let names = data.parts(rows: 4).map { part -> Int in
      if case .fields(let plot) = part.content { plot.rows.count } else { 0 }
    }
    #expect(names == [4, 4, 1])
    #expect(SeedStrip().figures(from: FigureFixture().source)[0].parts(rows: 1).count == 1)
  }

  @Test func aLearningCurveIsThinnedButKeepsItsLastPlace() {
    var recipe = LearningCurve()
    recipe.maximumPlaces = 2
    guard case .lines(let plot) = recipe.figures(from: FigureFixture().source)[0].content else {
      Issue.record("not a plot of lines")
      return
    }
    #expect(plot.series[0].points.map(\.x) == [0, 2])
    #expect(plot.x.title == "training step")
  }
}
