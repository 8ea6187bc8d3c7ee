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

  @Test func aSavingIsReadOffTheReferencesCurve() throws {
    let short = try saving("short", task())
    // The reference is as good at 20 evaluations, where the model takes 15.
    expect(short.costAtEqualQuality, 0.75)
    expect(short.costRatio, 15.0 / 40)
    expect(short.qualityChange, -0.1)
    expect(short.training, 2)
    expect(short.prediction, 0.5)
    // At 20 of 40 evaluations the reference would take half of its 4 ms.
    expect(short.predictionAtEqualQuality, 1)
    // At 15 evaluations it would have 0.6 + 0.2 · ln 1.5 / ln 2.
    expect(short.gainOverSettings, 0.2 * (1 - log(1.5) / log(2)))
    #expect(try task().isBetter(short.gainOverSettings) == true)
  }

  @Test func nothingIsSaidBeyondTheEndsOfTheCurve() throws {
    let task = try task()
    let (better, worse) = (try saving("better", task), try saving("worse", task))
    #expect(better.costAtEqualQuality == .notReached(.above))
    #expect(better.gainOverSettings == .notReached(.above))
    #expect(worse.costAtEqualQuality == .notReached(.below))
    #expect(worse.gainOverSettings == .notReached(.below))
    expect(better.costRatio, 1.5)
  }

  @Test func aModelThatFailedHasNoNumberAndAReason() throws {
    let broken = try saving("broken", task())
    #expect(broken.costAtEqualQuality == .missing("failed: diverged"))
    #expect(broken.quality == nil && broken.cost == nil)
  }

  @Test func groupsAreAveragedSeedBySeed() throws {
    let contrast = try task().contrasts[0]
    expect(contrast.quality, 0.8 - (0.95 + 0.5) / 2)
    expect(contrast.cost, 15 / (60.0 * 8).squareRoot())
    // The mean quality of better and worse, 0.725, costs the reference 10 · 2^0.625.
    let equal = try #require(contrast.costAtEqualQuality)
    expect(equal, 0.75 / ((60.0 * 8).squareRoot() / (10 * pow(2, 0.625))))
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
    expect(short.costAtEqualQuality, 0.5)
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
    let interval = try #require(short.costAtEqualQuality.interval)
    #expect(interval.lower < 0.75 && interval.upper > 0.75 && interval.count == 3)
    #expect(abs(interval.estimate - 0.75) < 1e-12)
  }

  @Test func oneSeedHasNoInterval() throws {
    let cells =
      AnswerFixture.cells("plain", AnswerFixture.reference, seeds: 1)
      + AnswerFixture.cells("short", [.init(name: "", quality: 0.8, evaluations: 15)], seeds: 1)
    let short = try saving(
      "short", task(ResultFrame(suites: [AnswerFixture.suite()], runs: [], cells: cells)))
    #expect(abs((short.costAtEqualQuality.estimate ?? 0) - 0.75) < 1e-12)
    #expect(short.costAtEqualQuality.interval == nil && short.costRatio.interval == nil)
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
