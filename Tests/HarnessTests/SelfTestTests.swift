import Experiment
import Foundation
import Harness
import HarnessFixtures
import Randomness
import Tensors
import Testing

/// What stops a run before its first cell, and what does not.
@Suite struct SelfTestTests {
  // MARK: metrics

  /// NMSE as a careless hand writes it: in one of several wrong ways.
  private struct CarelessNMSE: Metric {
    enum Mistake: String, Codable, CaseIterable {
      case none, meanInsteadOfSum, ignoresWeights, addsAConstant, dependsOnOrder
    }
    static let definition = MetricDefinition(
      title: "NMSE", formula: "sum (p - y)^2 / sum y^2", unit: "1", direction: .lower,
      range: "[0, inf)", version: 1)
    var mistake = Mistake.none

    func value(_ sample: ScoredField) -> MeasuredValue {
      var (error, reference) = (0.0, 0.0)
      for index in sample.expected.indices {
        let weight =
          sample.weights.isEmpty || mistake == .ignoresWeights ? 1 : sample.weights[index]
        if weight == 0 { continue }
        let gap = Double(sample.predicted[index] - sample.expected[index])
        error += gap * gap
        reference += Double(sample.expected[index]) * Double(sample.expected[index])
      }
      if mistake == .meanInsteadOfSum { reference /= Double(sample.expected.count) }
      return MeasuredValue(error / reference + (mistake == .addsAConstant ? 0.1 : 0))
    }

    func aggregate(_ samples: [ScoredField]) -> MeasuredValue {
      mistake == .dependsOnOrder ? value(samples[0]) : .mean(samples.map(value))
    }

    func knownScore(of probe: MetricProbe) -> KnownScore {
      switch probe {
      case .perfect: .value(0)
      case .zero: .value(1)
      case .mean: .value(MetricProbe.truthVariance / MetricProbe.truthMeanSquare)
      }
    }
  }

  private func broken(_ mistake: CarelessNMSE.Mistake) -> [String] {
    var metric = CarelessNMSE()
    metric.mistake = mistake
    return MetricSelfTest(MetricUse(name: "nmse", metric: metric)).findings()
      .filter { $0.outcome == .failed }.map(\.law)
  }

  @Test func aRightMetricKeepsEveryLaw() {
    #expect(broken(.none).isEmpty)
  }

  @Test func eachMistakeBreaksTheLawThatIsThereForIt() {
    #expect(broken(.meanInsteadOfSum).contains("known value on the zero prediction"))
    #expect(broken(.addsAConstant).contains("known value on the perfect prediction"))
    #expect(broken(.ignoresWeights) == ["points without weight do not matter"])
    #expect(broken(.dependsOnOrder) == ["the order of samples does not matter"])
  }

  // MARK: splits

  private func cases(_ test: [Float], _ twins: SplitCase.Twins = .forbidden) -> [SplitCase] {
    [
      SplitCase(name: "a", split: .training, signature: [1, 2, 3], twins: twins),
      SplitCase(name: "b", split: .validation, signature: [3, 2, 1], twins: twins),
      SplitCase(name: "c", split: .test, signature: test, twins: twins),
    ]
  }

  @Test func distinctCasesPassWithTheDistanceOfTheNearest() throws {
    let findings = SplitSelfTest(cases([2, 2, 3])).findings()
    #expect(findings.allSatisfy { $0.outcome == .passed })
    // 1 / sqrt(17)
    #expect(findings.contains { $0.detail == "nearest relative distance 0.243" })
  }

  @Test func aTwinUnderAnotherNameFailsUnlessTheProtocolHasIt() throws {
    let failed = SplitSelfTest(cases([1, 2, 3])).findings().filter { $0.outcome == .failed }
    #expect(failed.map(\.detail) == ["1 twins, as c is a"])
    let noted = SplitSelfTest(cases([1, 2, 3], .published)).findings()
    #expect(noted.contains { $0.outcome == .noted })
    #expect(!noted.contains { $0.outcome == .failed })
  }

  @Test func oneCaseOnTwoSidesFails() {
    let doubled = [
      SplitCase(name: "a", split: .training, signature: [1]),
      SplitCase(name: "a", split: .test, signature: [2]),
    ]
    let failed = SplitSelfTest(doubled).findings().filter { $0.outcome == .failed }
    #expect(failed.map(\.law) == ["no case on two sides"])
  }

  // MARK: models

  /// A line through the origin with one idle parameter; breaks laws as it is told.
  private struct Line: ModelRecipe {
    enum Mistake: String, Codable { case none, deaf, unlearning, company, idle, forgetful }
    var mistake = Mistake.none
    func build(for role: Role, random: RandomStream) throws -> any Model {
      Fitted(mistake: mistake)
    }

    struct Fitted: InspectableModel {
      let mistake: Mistake
      var slope: Float = 0
      var parameterCount: Int { 1 }
      var parameterGroups: [ParameterGroup] {
        [ParameterGroup(name: "slope", values: [slope])]
          + (mistake == .idle ? [ParameterGroup(name: "unused", values: [1])] : [])
      }

      mutating func fit(
        _ data: TrainingSet, within budget: Budget, random: RandomStream
      ) throws -> TrainingTrace {
        slope = 2
        let losses = (0..<budget.trainingSteps).map { 1 / Double($0 + 1) }
        return TrainingTrace(
          curves: [
            Curve(
              name: "training-loss", axis: "step", positions: losses.indices.map(Double.init),
              values: mistake == .unlearning ? losses.reversed() : losses)
          ], steps: budget.trainingSteps)
      }

      func predict(_ inputs: NamedTensors) throws -> NamedTensors {
        let x = try inputs.required("x")
        let shift = mistake == .company ? Float(x.shape[0]) : 0
        let values = x.values.map { mistake == .deaf ? 1 : slope * $0 + shift }
        return NamedTensors([
          "y": Tensor(shape: mistake == .forgetful ? [x.count] : x.shape, values: values)
        ])
      }
    }
  }

  private func laws(brokenBy mistake: Line.Mistake) throws -> [String] {
    let bench = try Bench()
    defer { bench.remove() }
    let folder = bench.folder.appending(path: "a/one")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("four".utf8).write(to: folder.appending(path: "values.txt"))
    let task = try ToyTask().prepare(
      DataLocation(folder: bench.folder, origin: .generated, contentHash: ""))
    var line = Line()
    line.mistake = mistake
    return try ModelSelfTest(line, called: "line", on: task, random: RandomStream(seed: 1))
      .findings().filter { $0.outcome == .failed }.map(\.law)
  }

  @Test func eachModelBreaksItsOwnLaw() throws {
    #expect(try laws(brokenBy: .none).isEmpty)
    #expect(try laws(brokenBy: .deaf) == ["the output depends on the input"])
    #expect(try laws(brokenBy: .unlearning) == ["the loss falls on one batch"])
    #expect(
      try laws(brokenBy: .company) == ["a prediction does not depend on the other samples"])
    #expect(try laws(brokenBy: .idle) == ["every parameter takes part"])
    #expect(try laws(brokenBy: .forgetful).contains("answers by name and shape"))
  }

  // MARK: runs

  private func run(_ behaviours: [ToyModel.Behaviour], on bench: Bench) throws -> [RunEvent] {
    var options = bench.options
    options.selfTests = .performed
    var events: [RunEvent] = []
    _ = try bench.harness.run(try ToyPlan(behaviours: behaviours).plan(), options: options) {
      events.append($0)
    }
    return events
  }

  @Test func aBrokenLawStopsTheRunBeforeAnythingIsStored() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let error = try #require(throws: AssayError.self) { try run([.good, .deaf], on: bench) }
    #expect(error.kind == .badInput)
    #expect(
      error.found == "task double, model deaf: the output depends on the input: no input changes "
        + "the output")
    #expect(try bench.store.runs().isEmpty)
  }

  @Test func whatRaisesOrDiesIsLeftToItsCells() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let events = try run([.good, .throwing, .abort, .notFinite], on: bench)
    let notes = events.compactMap { event -> String? in
      guard case .selfTest(_, let finding) = event, finding.outcome == .noted else { return nil }
      return "\(finding.subject): \(finding.law)"
    }
    #expect(notes.contains("model throwing: can be tried"))
    #expect(notes.contains("model abort: can be tried"))
    #expect(notes.contains("model notFinite: answers are finite"))
    let cells = try bench.cells()
    #expect(cells["good"]?.state == .done)
    #expect(cells["throwing"]?.state == .failed)
    #expect(cells["abort"]?.state == .failed)
    let facts = try #require(try bench.store.runs().first).environment.facts
    #expect(facts["self-tests"] == "passed")
  }

  @Test func whatPassedIsNotTriedAgainForMoreSeeds() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    var options = bench.options
    func tried(_ models: [(String, ToyModel)] = []) throws -> [Int] {
      plan.models += models.map { (name: $0.0, model: $0.1) }
      var counts: [Int] = []
      _ = try bench.harness.run(try plan.plan(), options: options) { event in
        if case .selfTestsStarted(let count) = event { counts.append(count) }
      }
      return counts
    }
    #expect(try tried() == [], "skipped")
    options.selfTests = .performed
    plan.seeds = 0..<2
    #expect(try tried() == [1], "cells of a run that skipped the trial vouch for nothing")
    plan.seeds = 0..<3
    #expect(try tried() == [])
    #expect(try bench.store.runs().map { $0.environment.facts["self-tests"] }.contains("passed"))
    #expect(try tried([("other", ToyModel())]) == [1])
    options.repetition = .everything
    #expect(try tried() == [2])
  }

  @Test func whatWasSkippedIsOnRecord() throws {
    let bench = try Bench()
    defer { bench.remove() }
    _ = try bench.run(ToyPlan(behaviours: [.deaf]))
    let facts = try #require(try bench.store.runs().first).environment.facts
    #expect(facts["self-tests"] == "skipped")
  }
}
