import Experiment
import Foundation
import Tasks
import Tensors
import Testing

/// What the corrected protocol adds for flows with an inlet and with solids, and the direct track.
@Suite struct FlowCorrectedTests {
  private let metrics = [MetricUse(name: "sse", metric: SumOfSquares())]

  private func prepared(
    _ problem: FlowProblem, cases: Int = 10, frames: Int = 7,
    _ change: (inout CFDBench) -> Void = { _ in }
  ) throws -> any PreparedTask {
    try withTemporaryFolder { root in
      try OfficialFolder(root: root, problem: problem).write(.bc, cases: cases, frames: frames)
      var task = CFDBench()
      task.problem = problem
      task.outputSize = 8
      task.rolloutSteps = 5
      task.pairs.steadyThreshold = 0
      change(&task)
      return try task.prepare(DataLocation(folder: root, origin: .imported, contentHash: ""))
    }
  }

  private func value(
    _ evaluation: Evaluation, _ name: String, at position: Int = 0
  ) -> Experiment.Measurement? {
    evaluation.measurements.first { $0.evaluation == name && $0.position == position }
  }

  @Test func knownValuesAreImposedAfterEachStep() throws {
    let task = try prepared(.tube)
    let model = FunctionModel { $0.map { _ in 7 } }
    _ = try task.evaluate(model, metrics: metrics)
    // The last call is a roll-out's: a model that forgets the inlet is given it all the same.
    let given = try #require(model.asked.last?["velocity"])
    let u = Array(given.values.prefix(90))
    let speed = u[9]
    #expect(speed > 0 && speed != 7)
    for row in 0..<10 {
      let isWall = row == 0 || row == 9
      #expect(u[row * 9] == (isWall ? 0 : speed))
      #expect(u[row * 9 + 4] == (isWall ? 0 : 7))
    }
  }

  @Test func publishedRollOutsLoseTheInlet() throws {
    let task = try prepared(.tube) { $0.scoring = .published }
    let model = FunctionModel { $0.map { _ in 7 } }
    _ = try task.evaluate(model, metrics: metrics)
    let given = try #require(model.asked.last?["velocity"])
    #expect(given.values.allSatisfy { $0 == 7 })
  }

  @Test func onlyTheFluidIsScored() throws {
    let task = try prepared(.dam)
    let use = MetricUse(name: "weight", metric: SumOfWeights())
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: [use])
    // 64 cells, of which the barrier (0.5 to 0.55 m, 0.1 m high) holds no centre of a column; u and v.
    #expect(value(evaluation, "one-step")?.value == .value(128))
  }

  @Test func aFieldKnowsItsGrid() throws {
    let task = try prepared(.dam)
    let metric = GridProbe()
    let evaluation = try task.evaluate(
      FunctionModel.persistence(), metrics: [MetricUse(name: "grid", metric: metric)])
    // 10 x 9 cells with u and v; 1.5 m / 8 wide; a step is 0.1 s.
    let expected = 10.0 * 9 * 2 * (1.5 / 8) * 0.1
    let single = try #require(value(evaluation, "rollout", at: 3)?.value.number)
    #expect(abs(single - expected) < 1e-9)
    let whole = try #require(value(evaluation, "rollout-trajectory")?.value.number)
    #expect(abs(whole - 5 * expected) < 1e-9)
  }

  @Test func aTrajectoryIsScoredAsOne() throws {
    let task = try prepared(.cavity)
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    let steps = (1...5).compactMap { value(evaluation, "rollout", at: $0)?.value.number }
    let whole = try #require(value(evaluation, "rollout-trajectory")?.value.number)
    // One test case, and sums over the steps.
    #expect(abs(whole - steps.reduce(0, +)) < 1e-9 * whole)
  }

  @Test func theDirectTrackGivesNoFieldAndAsksEveryFrame() throws {
    let task = try prepared(.cavity) { $0.track = .direct }
    #expect(task.role.inputs.map(\.name) == ["mask", "parameters", "time"])
    #expect(task.training.inputs.tensors.keys.sorted() == ["mask", "parameters", "time"])
    #expect(task.training.inputs.sampleCount == 8 * 7)
    let times = try task.training.inputs.required("time").values.prefix(7)
    #expect(times.map { Int(($0 * 6).rounded()) } == [0, 1, 2, 3, 4, 5, 6])
    #expect(times.first == 0 && times.last == 1)
    let evaluation = try task.evaluate(ReferenceModel.still, metrics: metrics)
    #expect(value(evaluation, "frames")?.sampleCount == 7)
    #expect(value(evaluation, "rollout")?.sampleCount == 5)
    #expect(evaluation.snapshots[0].title.hasSuffix("(only case), frame 6"))
  }

  @Test func aStrideAsksALaterFrame() throws {
    let task = try prepared(.cylinder) { $0.pairs.stride = 3 }
    #expect(task.training.inputs.sampleCount == 8 * 4)
    let times = try task.training.inputs.required("time").values
    #expect(abs(times[0] - 0.5) < 1e-6)
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    // Frames 3 and 6 of 7.
    #expect(value(evaluation, "rollout")?.sampleCount == 2)
  }

  @Test func bothPropertiesTellWaterApartBesideAir() throws {
    func straddles(_ problem: FlowProblem) throws -> Bool {
      let parameters = (1...4).map { scale in
        FlowParameters(problem, [.density: 10 * Double(scale), .viscosity: 0.001 * Double(scale)])
      }
      return try withTemporaryFolder { root in
        let folder = OfficialFolder(root: root, problem: problem)
        for (number, one) in parameters.enumerated() {
          try folder.write(one, to: folder.path(.prop, number), frames: 3)
        }
        var task = CFDBench()
        task.problem = problem
        task.sweeps = [.prop]
        task.outputSize = 8
        let location = DataLocation(folder: root, origin: .imported, contentHash: "")
        return (try? task.prepare(location)) != nil
      }
    }
    // One ratio of viscosity to density: one flow of one fluid, four flows beside air.
    #expect(try straddles(.tube) && straddles(.dam))
    #expect(try !straddles(.cylinder))
  }

  @Test func theMedianAndTheHardestCaseAreShown() throws {
    let task = try prepared(.cavity, cases: 40)
    let evaluation = try task.evaluate(FunctionModel.persistence(), metrics: metrics)
    let ranks = evaluation.snapshots.map { $0.title.split { "()".contains($0) }[1] }
    #expect(Set(ranks) == ["median case", "hardest case"])
    let titles = evaluation.snapshots.map(\.title)
    #expect(Set(titles).count == titles.count)
    // Whatever the model: the cases are chosen by persistence.
    let other = try task.evaluate(FunctionModel { $0.map { 0.9 * $0 } }, metrics: metrics)
    #expect(other.snapshots.map(\.title) == titles)
    // One frame a case beside the frames of its roll-out, which belong together.
    let courses = evaluation.snapshots.compactMap(\.course)
    #expect(Set(courses).count == 2 && courses.count == titles.count - 2)
  }
}
