import Experiment
import Metrics
import Testing

/// Metrics that models tell of themselves.
@Suite struct AccountMetricTests {
  private static let names = MetricCatalogue.all.keys.sorted()
    .filter { MetricCatalogue.all[$0] is any AccountMetric.Type }

  private func metric(_ name: String) throws -> any AccountMetric {
    let recipe = try #require(MetricCatalogue.all[name])
    return try #require(recipe.init() as? any AccountMetric)
  }

  @Test(arguments: names) func theyAreCalledAsTheyAreAccounted(name: String) throws {
    #expect(type(of: try metric(name)).account == name)
    #expect(!type(of: try metric(name)).definition.formula.isEmpty)
  }

  @Test(arguments: names) func noPredictionGivesThem(name: String) throws {
    let sample = ScoredField(predicted: [1], expected: [1], persistence: [0])
    let metric = try metric(name)
    #expect(metric.value(sample).reason?.contains("told by the model") == true)
  }

  @Test func anAccountIsStoredUnderTheNamesOfTheSuite() {
    let account = ModelAccount(entries: [
      .init(name: "nfe", evaluation: "solve", values: [.value(20), .value(26)]),
      .init(name: "stiffness", evaluation: "solve", values: [.value(3), .value(4)]),
    ])
    let found = account.evaluation(for: [
      MetricUse(name: "work", metric: NFE()), MetricUse(name: "nmse", metric: NMSE()),
    ])
    #expect(
      found.measurements == [
        Measurement(
          metric: "work", split: "test", evaluation: "solve", value: .value(23), sampleCount: 2)
      ])
    #expect(found.curves.map(\.name) == ["work/test/solve/samples"])
    #expect(found.curves.first?.values == [20, 26])
  }

  @Test func aSampleThatWasNotSolvedIsNeverAveragedAway() {
    let account = ModelAccount(entries: [
      .init(
        name: "nfe", evaluation: "solve", values: [.value(20), .missing("t = 0.5: step limit")])
    ])
    let value = account.evaluation(for: [MetricUse(name: "nfe", metric: NFE())]).measurements[0]
      .value
    #expect(value.reason == "1 of 2 samples: t = 0.5: step limit")
  }
}
