import Comparison
import Experiment
import Foundation
import Testing

@Suite struct SuiteAnswersTests {
  private func task(_ frame: ResultFrame = AnswerFixture.frame) throws -> TaskAnswers {
    let answers = SuiteAnswers.make(frame: frame, suite: frame.suites[0], profile: .quick)
    return try #require(answers.first)
  }

  private func saving(_ model: String, _ task: TaskAnswers) throws -> MethodSaving {
    try #require(task.savings[0].methods.first { $0.model == model })
  }

  /// That an answer is a number whose interval has closed on it.
  private func expect(
    _ answer: Answer, _ number: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let interval = answer.interval else {
      Issue.record("\(answer) is not known", sourceLocation: sourceLocation)
      return
    }
    for end in [interval.lower, interval.estimate, interval.upper] {
      #expect(abs(end - number) < 1e-12 * max(1, number), sourceLocation: sourceLocation)
    }
  }

  @Test func theQualityIsTheFirstQuantityThatIsNotTheCost() throws {
    let task = try task()
    #expect(task.quality == AnswerFixture.accuracy)
    #expect(task.scale == .difference && task.direction == .higher)
    #expect(task.savings[0].referenceCost?.estimate == 40)
    #expect(abs((task.savings[0].referenceQuality?.estimate ?? 0) - 0.91) < 1e-12)
    #expect(task.savings[0].settings == ["tolerance-0.01", "tolerance-0.1"])
    #expect(task.savings[0].methods.map(\.model) == ["short", "better", "worse", "broken"])
  }

  @Test func aReferenceOfOtherTasksIsNotAskedAfter() throws {
    var suite = AnswerFixture.frame.suites[0]
    suite.questions.insert(
      .saving(
        reference: "elsewhere", cost: SuiteQuestion.evaluations, settings: SuiteQuestion.tolerances
      ), at: 0)
    let answers = SuiteAnswers.make(frame: AnswerFixture.frame, suite: suite, profile: .quick)
    #expect(answers.first?.savings.map(\.reference) == ["plain"])
  }

  /// The cost of the reference where it is as good as a model of one setting, less the margin.
  private func cost(_ quality: Double) -> Double { 20 * pow(2, (quality - 0.01 - 0.8) / 0.1) }
  private func lowCost(_ quality: Double) -> Double { 10 * pow(2, (quality - 0.01 - 0.6) / 0.2) }

  @Test func aSavingIsReadOffBothFronts() throws {
    let short = try saving("short", task())
    expect(short.costAtEqualQuality.ratio, 15 / lowCost(0.8))
    #expect(short.costAtEqualQuality.bound == .atMost)
    #expect(short.costAtEqualQuality.saves == true)
    // seeds shift the quality by 0.01 on average
    #expect(abs((short.costAtEqualQuality.quality ?? 0) - 0.8) < 1e-12)
    expect(short.costRatio, 15.0 / 40)
    expect(short.qualityChange, -0.1)
    expect(short.training, 2)
    expect(short.prediction, 0.5)
    // Of the 4 ms that the reference takes for 40 evaluations.
    expect(short.predictionAtEqualQuality.ratio, 2 / (4 * lowCost(0.8) / 40))
    // At 15 evaluations it would have 0.6 + 0.2 · ln 1.5 / ln 2.
    expect(short.gainOverSettings, 0.2 * (1 - log(1.5) / log(2)))
    #expect(try task().isBetter(short.gainOverSettings) == true)
  }

  @Test func nothingIsSaidBeyondTheEndsOfTheCurve() throws {
    let task = try task()
    let (better, worse) = (try saving("better", task), try saving("worse", task))
    #expect(better.gainOverSettings == .notReached(.above))
    #expect(worse.gainOverSettings == .notReached(.below))
    // The best that both reach is the reference's 0.9 and the model's 0.5.
    expect(better.costAtEqualQuality.ratio, 60 / cost(0.9))
    #expect(better.costAtEqualQuality.bound == .atMost)
    #expect(better.costAtEqualQuality.saves == nil)
    expect(worse.costAtEqualQuality.ratio, 8.0 / 10)
    #expect(worse.costAtEqualQuality.bound == .cheapest)
    #expect(worse.costAtEqualQuality.saves == nil)
    expect(better.costRatio, 1.5)
  }

  @Test func aModelHasItsOwnFront() throws {
    let cells =
      AnswerFixture.cells("plain", AnswerFixture.reference)
      + AnswerFixture.cells(
        "short",
        AnswerFixture.reference.map {
          .init(name: $0.name, quality: $0.quality - 0.05, evaluations: $0.evaluations / 2)
        })
    let short = try saving(
      "short", task(ResultFrame(suites: [AnswerFixture.suite()], runs: [], cells: cells)))
    // At 0.85 less the margin.
    expect(short.costAtEqualQuality.ratio, cost(0.9) / 2 / cost(0.85))
    #expect(short.costAtEqualQuality.bound == .none)
    #expect(short.costAtEqualQuality.saves == true)
  }

  @Test func aModelThatFailedHasNoNumberAndAReason() throws {
    let broken = try saving("broken", task())
    #expect(broken.costAtEqualQuality.ratio == .missing("failed: diverged"))
    #expect(broken.quality == nil && broken.cost == nil)
  }

  @Test func groupsAreAveragedSeedBySeed() throws {
    let contrast = try task().contrasts[0]
    expect(contrast.quality, 0.8 - (0.95 + 0.5) / 2)
    expect(contrast.cost, 15 / (60.0 * 8).squareRoot())
    // Groups without other settings are compared at their own.
    let equal = try #require(contrast.costAtEqualQuality)
    expect(equal.ratio, 15 / (60.0 * 8).squareRoot())
    #expect(equal.bound == .cheapest)
    expect(contrast.training, 2)
    expect(contrast.prediction, 0.5)
    #expect(contrast.first == ["short"] && contrast.second == ["better", "worse"])
  }

  @Test func ofErrorsTheCurveIsInRatios() throws {
    let cells =
      AnswerFixture.cells(
        "plain",
        [
          .init(name: "", quality: 0.1, evaluations: 40),
          .init(name: "tolerance-0.1", quality: 0.4, evaluations: 10),
        ], quantity: AnswerFixture.loss, noise: { _ in 0 })
      + AnswerFixture.cells(
        "short", [.init(name: "", quality: 0.2, evaluations: 10)], quantity: AnswerFixture.loss,
        noise: { _ in 0 })
    let frame = ResultFrame(
      suites: [AnswerFixture.suite(primary: AnswerFixture.loss)], runs: [], cells: cells)
    let task = try task(frame)
    let short = try saving("short", task)
    #expect(task.scale == .ratio)
    expect(short.costAtEqualQuality.ratio, 0.5 / exp(-0.01))
    expect(short.gainOverSettings, 0.5)
    #expect(task.isBetter(short.gainOverSettings) == true)
  }

  @Test func theIntervalGrowsWithTheNoiseBetweenSeeds() throws {
    let cells =
      AnswerFixture.cells("plain", AnswerFixture.reference)
      + AnswerFixture.cells(
        "short", [.init(name: "", quality: 0.8, evaluations: 15)],
        noise: { [0.005, 0.01, 0.015][$0] })
    let short = try saving(
      "short", task(ResultFrame(suites: [AnswerFixture.suite()], runs: [], cells: cells)))
    let interval = try #require(short.costAtEqualQuality.ratio.interval)
    let ratio = 15 / lowCost(0.8)
    #expect(interval.lower < ratio && interval.upper > ratio && interval.count == 3)
    #expect(abs(interval.estimate - ratio) < 1e-12)
  }

  @Test func oneSeedHasNoInterval() throws {
    let cells =
      AnswerFixture.cells("plain", AnswerFixture.reference, seeds: 1)
      + AnswerFixture.cells("short", [.init(name: "", quality: 0.8, evaluations: 15)], seeds: 1)
    let short = try saving(
      "short", task(ResultFrame(suites: [AnswerFixture.suite()], runs: [], cells: cells)))
    let equal = short.costAtEqualQuality.ratio
    #expect(abs((equal.estimate ?? 0) - 15 / lowCost(0.8)) < 1e-12)
    #expect(equal.interval == nil && short.costRatio.interval == nil)
  }

  @Test func aSuiteThatAsksNothingOrTellsNoCostHasNoAnswers() {
    var frame = AnswerFixture.frame
    frame.suites[0].questions = []
    #expect(SuiteAnswers.make(frame: frame, suite: frame.suites[0], profile: .quick) == [])
    let silent = ResultFrame(
      suites: [AnswerFixture.suite()], runs: [],
      cells: AnswerFixture.frame.cells.map { cell in
        var cell = cell
        cell.evaluation.measurements.removeAll { $0.metric == "nfe" }
        return cell
      })
    #expect(SuiteAnswers.make(frame: silent, suite: silent.suites[0], profile: .quick) == [])
    #expect(
      SuiteAnswers.make(frame: AnswerFixture.frame, suite: AnswerFixture.suite(), profile: .paper)
        == [])
  }

  @Test func descriptionsWithoutQuestionsKeepTheirBytes() throws {
    var suite = AnswerFixture.suite()
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try JSONDecoder().decode(SuiteDescription.self, from: encoder.encode(suite)) == suite)
    suite.questions = []
    let text = String(decoding: try encoder.encode(suite), as: UTF8.self)
    #expect(!text.contains("questions"))
    #expect(try JSONDecoder().decode(SuiteDescription.self, from: Data(text.utf8)) == suite)
  }
}
