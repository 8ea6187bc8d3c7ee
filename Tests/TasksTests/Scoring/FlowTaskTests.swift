import DataFormats
import Experiment
import Foundation
import Tasks
import Tensors
import Testing

@Suite struct FlowTaskTests {
  private let metrics = [MetricUse(name: "sse", metric: SumOfSquares())]

  /// The task on `write`'s cases, with every case's velocity beside.
  private func prepared(
    _ change: (inout CFDBench) -> Void = { _ in },
    _ write: (OfficialFolder) throws -> Void
  ) throws -> (any PreparedTask, [Tensor]) {
    try withTemporaryFolder { root in
      try write(OfficialFolder(root: root))
      var task = CFDBench()
      task.outputSize = 8
      task.rolloutSteps = 5
      task.pairs.steadyThreshold = 0
      change(&task)
      let series = try CFDBenchReader(folder: root, problem: .cavity, outputSize: 8).series(
        of: task.sweeps)
      let location = DataLocation(folder: root, origin: .imported, contentHash: "")
      return (try task.prepare(location), series.map(\.velocity))
    }
  }

  private func value(
    _ evaluation: Evaluation, _ name: String, at position: Int = 0
  ) -> Experiment.Measurement? {
    evaluation.measurements.first { $0.evaluation == name && $0.position == position }
  }

  @Test func theRoleSaysShapesAndUnits() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 3, frames: 3) }
    #expect(task.role.inputs.map(\.name) == ["velocity", "mask", "parameters", "time"])
    #expect(task.role.inputs.map(\.shape) == [[2, 8, 8], [1, 8, 8], [5], [1]])
    #expect(task.role.inputs.map(\.unit) == ["m/s", "1", "1", "1"])
    #expect(task.role.outputs == [.init(name: "velocity", shape: [2, 8, 8], unit: "m/s")])
  }

  @Test func trainingPairsAreSuccessiveFramesOfOneCase() throws {
    let (task, series) = try prepared { try $0.write(.bc, cases: 5, frames: 4) }
    let oracle = FunctionModel.oracle(series)
    let training = task.training
    // Five flows: 4 of them to fit would leave no validation, so 3, 1 and 1.
    #expect(training.inputs.sampleCount == 9)
    #expect(training.validationInputs.sampleCount == 3)
    #expect(try oracle.predict(training.inputs) == training.targets)
    #expect(try oracle.predict(training.validationInputs) == training.validationTargets)
    #expect(training.inputs["mask"] == Tensor(shape: [9, 1, 8, 8], repeating: 1))
  }

  @Test func publishedParametersAreNormalisedAsPublished() throws {
    let (task, _) = try prepared({ $0.scoring = .published }) {
      try $0.write(.bc, cases: 10, frames: 2)
    }
    let rows = FunctionModel.rows(try task.training.inputs.required("parameters"))
    let velocity = try #require(rows.first?.first)
    let velocities = (1...10).map { Float($0) / 50 - 0.5 }
    #expect(velocities.contains { abs($0 - velocity) < 1e-6 })
    let viscosity = Float((1e-5 - 0.00238) / 0.005)
    #expect(Array(rows[0].dropFirst()) == [-1, viscosity, 0.01, 0.01])
  }

  @Test func correctedParametersLieOnLogarithmicScalesOverTheRanges() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 3, frames: 2) }
    let rows = FunctionModel.rows(try task.training.inputs.required("parameters"))
    let velocity = try #require(rows.first?.first)
    let velocities = (1...3).map { Float(2 * log(Double($0)) / log(50) - 1) }
    #expect(velocities.contains { abs($0 - velocity) < 1e-6 })
    // Density 1 is in the middle of 0.1 to 10; the rest is at the low end.
    for (found, expected) in zip(rows[0].dropFirst(), [0, -1, -1, -1] as [Float]) {
      #expect(abs(found - expected) < 1e-6)
    }
  }

  @Test(arguments: [FlowScoring.corrected, .published])
  func noTestFrameIsInTraining(scoring: FlowScoring) throws {
    let (task, _) = try prepared({ $0.scoring = scoring }) {
      try $0.write(.bc, cases: 10, frames: 3)
    }
    let model = FunctionModel.persistence()
    _ = try task.evaluate(model, metrics: metrics)
    let learned = Set(FunctionModel.rows(try task.training.inputs.required("velocity")))
    for inputs in model.asked {
      for row in FunctionModel.rows(try inputs.required("velocity")) {
        #expect(!learned.contains(row))
      }
    }
  }

  /// BC with u = 10 is PROP's first case, and half of PROP's second density repeats ν of the first.
  private func writeTwins(_ folder: OfficialFolder) throws {
    try folder.write(.bc, cases: 12, frames: 3)
    try folder.write(.prop, cases: 14, frames: 3)
  }

  private func straddlingTwins(_ scoring: FlowScoring) throws -> Int {
    let (task, _) = try prepared(
      {
        $0.scoring = scoring
        $0.sweeps = [.bc, .prop]
      }, writeTwins)
    let model = FunctionModel.persistence()
    _ = try task.evaluate(model, metrics: metrics)
    // A twin's fields are equal but for rounding of ν.
    func names(_ inputs: NamedTensors) throws -> Set<[Int]> {
      Set(
        FunctionModel.rows(try inputs.required("velocity")).map { row in
          row.map { Int(($0 * 1e3).rounded()) }
        })
    }
    let learned = try names(task.training.inputs)
    return try model.asked.reduce(into: Set<[Int]>()) { $0.formUnion(try names($1)) }
      .intersection(learned).count
  }

  @Test func twinsStraddleThePublishedSplitAndNotTheCorrectedOne() throws {
    #expect(try straddlingTwins(.corrected) == 0)
    #expect(try straddlingTwins(.published) > 0)
  }

  @Test func theTruthScoresZeroEverywhereWhenCorrected() throws {
    let (task, series) = try prepared { try $0.write(.bc, cases: 10, frames: 7) }
    let evaluation = try task.evaluate(FunctionModel.oracle(series), metrics: metrics)
    #expect(value(evaluation, "one-step")?.value == .value(0))
    #expect(value(evaluation, "one-step")?.sampleCount == 6)
    #expect(value(evaluation, "rollout")?.value == .value(0))
    for step in 1...5 { #expect(value(evaluation, "rollout", at: step)?.value == .value(0)) }
    #expect(value(evaluation, "rollout", at: 6) == nil)
    #expect(value(evaluation, "one-step-u") == nil)
  }

  @Test func thePublishedRollOutIsOffByOne() throws {
    let (task, series) = try prepared({ $0.scoring = .published }) {
      try $0.write(.bc, cases: 10, frames: 7)
    }
    let truth = try task.evaluate(FunctionModel.oracle(series), metrics: metrics)
    let identity = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    #expect(value(truth, "one-step")?.value == .value(0))
    #expect(value(truth, "one-step-u")?.value == .value(0))
    // D1: the first prediction is held against frame 0, so doing nothing is perfect there.
    #expect(value(identity, "rollout", at: 1)?.value == .value(0))
    #expect((value(truth, "rollout", at: 1)?.value.number ?? 0) > 0)
  }

  @Test func thePublishedSideScoresAreOfUAlone() throws {
    let (task, _) = try prepared({ $0.scoring = .published }) {
      try $0.write(.bc, cases: 10, frames: 4)
    }
    let wrongV = FunctionModel { field in
      Array(field.prefix(64)) + field.dropFirst(64).map { $0 + 1 }
    }
    let evaluation = try task.evaluate(wrongV, metrics: metrics)
    let identity = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    #expect(value(evaluation, "one-step-u") == value(identity, "one-step-u"))
    #expect(value(evaluation, "rollout") == value(identity, "rollout"))
    #expect(value(evaluation, "one-step") != value(identity, "one-step"))
  }

  @Test func shortCasesAreScoredAsFarAsTheyGoOrPadded() throws {
    func counts(_ scoring: FlowScoring) throws -> [Int?] {
      let (task, _) = try prepared({ $0.scoring = scoring }) {
        try $0.write(.bc, cases: 10, frames: 4)
      }
      let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
      return (0...5).map { value(evaluation, "rollout", at: $0)?.sampleCount }
    }
    #expect(try counts(.corrected) == [3, 1, 1, 1, nil, nil])
    #expect(try counts(.published) == [5, 1, 1, 1, 1, 1])
  }

  @Test func aBlowUpIsMissingFromItsStepOn() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 10, frames: 7) }
    let explosive = FunctionModel { $0.map { $0 * 1000 } }
    let evaluation = try task.evaluate(explosive, metrics: metrics)
    #expect(value(evaluation, "rollout", at: 1)?.value.number != nil)
    #expect(
      value(evaluation, "rollout", at: 2)?.value
        == .missing("1 of 1 samples: diverged at step 2"))
    #expect(
      value(evaluation, "rollout")?.value == .missing("4 of 5 samples: diverged at step 2"))
    let series = evaluation.curves.first { $0.axis == "step" }
    #expect(series?.positions == [1])
  }

  @Test func aPredictionThatIsNotFiniteIsMissing() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 10, frames: 3) }
    let evaluation = try task.evaluate(
      FunctionModel { $0.map { _ in .nan } }, metrics: metrics)
    #expect(value(evaluation, "one-step")?.value == .missing("2 of 2 samples: not finite"))
    #expect(
      value(evaluation, "rollout")?.value == .missing("2 of 2 samples: diverged at step 1"))
    for curve in evaluation.curves where curve.name.hasPrefix("sse/") {
      #expect(curve.values.isEmpty)
    }
  }

  @Test func samplesAndCasesHaveTheirCurves() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 20, frames: 4) }
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    let facts = evaluation.curves.filter { $0.name.hasPrefix("reynolds-number/") }
    #expect(
      facts.map(\.name) == [
        "reynolds-number/test/one-step/samples", "reynolds-number/test/rollout/samples",
        "reynolds-number/test/rollout-trajectory/samples",
      ])
    #expect(facts.map(\.values.count) == [6, 2, 2])
    // Six frames of two cases, case by case; then the cases themselves.
    let cases = evaluation.curves.filter { $0.name.hasPrefix("case/") }.map(\.values)
    #expect(cases.map(\.count) == [6, 2, 2])
    #expect(
      cases[0] == [cases[1][0], cases[1][0], cases[1][0], cases[1][1], cases[1][1], cases[1][1]])
    let curves = evaluation.curves.filter { $0.name.hasPrefix("sse/") }
    let names = curves.map(\.name)
    #expect(
      names.prefix(3) == [
        "sse/test/one-step/samples", "sse/test/rollout/samples",
        "sse/test/rollout-trajectory/samples",
      ])
    #expect(names.dropFirst(3).allSatisfy { $0.hasPrefix("sse/test/rollout/cavity/bc/case") })
    #expect(curves.map(\.values.count) == [6, 2, 2, 3, 3])
    let samples = curves[0].values
    let mean = samples.reduce(0, +) / Double(samples.count)
    #expect(value(evaluation, "one-step")?.value == .value(mean))
  }

  @Test func picturesShowTwoCasesAtTheRightTimes() throws {
    let (task, series) = try prepared { try $0.write(.bc, cases: 30, frames: 7) }
    let evaluation = try task.evaluate(FunctionModel.oracle(series), metrics: metrics)
    let ends = evaluation.snapshots.map { String($0.title.split(separator: ", ")[1]) }
    let rollout = (1...5).map { "roll-out step \($0)" }
    #expect(ends == ["one step to frame 6", "one step to frame 6"] + rollout + rollout)
    #expect(evaluation.snapshots.compactMap(\.step) == [1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    for picture in evaluation.snapshots {
      #expect(picture.expected == picture.predicted)
      #expect(picture.unit == "m/s" && picture.quantity == "speed" && picture.expected.count == 64)
    }
  }

  @Test(arguments: [FlowScoring.corrected, .published])
  func persistenceIsTheLastKnownField(scoring: FlowScoring) throws {
    let (task, _) = try prepared({ $0.scoring = scoring }) {
      try $0.write(.bc, cases: 10, frames: 7)
    }
    let use = MetricUse(name: "distance", metric: DistanceToPersistence())
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: [use])
    // Repeating the input is persistence one step ahead, and, repeated, frame 0 in a roll-out.
    for measurement in evaluation.measurements { #expect(measurement.value == .value(0)) }
    #expect(evaluation.measurements.count == (scoring == .corrected ? 8 : 9))
  }

  @Test func noCallHasMoreThanSixteenSamples() throws {
    let (task, _) = try prepared { try $0.write(.bc, cases: 30, frames: 12) }
    let model = FunctionModel.persistence()
    _ = try task.evaluate(model, metrics: metrics)
    #expect(model.asked.map(\.sampleCount).max() == 16)
  }

  @Test(arguments: [FlowScoring.corrected, .published])
  func pairsEndWhereTheFlowIsSteady(scoring: FlowScoring) throws {
    let change: (inout CFDBench) -> Void = {
      $0.scoring = scoring
      $0.pairs.steadyThreshold = 0.2
    }
    let (cut, _) = try prepared(change) { try $0.write(.bc, cases: 10, frames: 30) }
    let (whole, _) = try prepared({ $0.scoring = scoring }) {
      try $0.write(.bc, cases: 10, frames: 30)
    }
    #expect(whole.training.inputs.sampleCount == 8 * 29)
    // Relative: e^(−0.2 n) of growth ends after the same few frames for every lid velocity.
    // Absolute: slow lids end at once and fast ones later (D13).
    let pairs = cut.training.inputs.sampleCount
    #expect(pairs > 0 && pairs < 8 * 29)
    if scoring == .corrected { #expect(pairs.isMultiple(of: 8)) }
  }
}
