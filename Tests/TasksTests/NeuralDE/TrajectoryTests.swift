import Experiment
import Foundation
import Tasks
import Tensors
import Testing

@Suite struct TrajectoryTests {
  private func withSpirals<Result>(_ body: (any PreparedTask) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      var task = Trajectory()
      (task.trainingCases, task.validationCases, task.testCases) = (6, 2, 4)
      let place = folder.appending(path: "trajectories")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try task.dataset.generate(task.dataset.parts[0], into: place)
      return try body(
        task.prepare(DataLocation(folder: folder, origin: .generated, contentHash: "x")))
    }
  }

  /// d/dt (u₁⁴ + u₂⁴) = −0.4 (u₁⁶ + u₂⁶), whatever the rotation.
  @Test func theDampingIsThatOfTheEquation() throws {
    try withSpirals { task in
      let states = try task.training.targets.required("states")
      #expect(states.shape == [6, 30, 2])
      let interval = 1.5 / 29
      for row in 0..<6 {
        func sum(_ time: Int, _ power: Double) -> Double {
          (0..<2).reduce(0) {
            $0 + pow(abs(Double(states.values[(row * 30 + time) * 2 + $1])), power)
          }
        }
        // By Simpson's rule over the whole span, whose error is far below that of Float.
        var lost = 0.0
        for time in 0..<29 {
          let weight = time == 0 || time == 28 ? 1.0 : (time % 2 == 1 ? 4.0 : 2.0)
          lost += weight * 0.4 * sum(time, 6) * interval / 3
        }
        #expect(abs(sum(0, 4) - sum(28, 4) - lost) < 0.03 * lost)
      }
    }
  }

  @Test func theInitialStateIsGivenAndNotScored() throws {
    try withSpirals { task in
      let constant = AnsweringModel("states") { inputs in
        let initial = try inputs.required("initial")
        var values: [Float] = []
        for row in 0..<initial.shape[0] {
          values += [Float.nan, .nan]
          for _ in 1..<30 { values += initial.values[2 * row..<2 * row + 2] }
        }
        return Tensor(shape: [initial.shape[0], 30, 2], values: values)
      }
      let scores = try task.evaluate(constant, metrics: .outcomes)
      let whole = try #require(scores.number("mse", "trajectory"))
      let steps = (1..<30).compactMap { scores.number("mse", "trajectory", at: $0) }
      #expect(steps.count == 29)
      #expect(abs(steps.reduce(0, +) / 29 - whole) < 1e-9 * whole)
      #expect(steps[0] < steps[5])
      #expect(task.cases.count == 12 && Set(task.cases.map(\.signature)).count == 12)
    }
  }
}
