import Experiment
import Foundation
import Tasks
import Tensors
import Testing

@Suite struct DensityTests {
  private func withPoints<Result>(
    _ mixture: PointMixture, _ body: (Density, DataLocation) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      var task = Density()
      task.mixture = mixture
      (task.trainingPoints, task.validationPoints, task.testPoints) = (300, 50, 100)
      let place = folder.appending(path: "points")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try task.dataset.generate(task.dataset.parts[0], into: place)
      return try body(task, DataLocation(folder: folder, origin: .generated, contentHash: "x"))
    }
  }

  private func truth(_ mixture: PointMixture) -> AnsweringModel {
    AnsweringModel("log-density") { inputs in
      let points = try inputs.required("points")
      let values = (0..<points.shape[0]).map { row in
        Float(
          mixture.logDensity(Double(points.values[2 * row]), Double(points.values[2 * row + 1])))
      }
      return Tensor(shape: [points.shape[0], 1], values: values)
    }
  }

  @Test(arguments: PointMixture.allCases)
  func theTrueDensityHasMassOneAndNoExcess(mixture: PointMixture) throws {
    try withPoints(mixture) { task, data in
      var task = task
      // Cells of 0.20 and 0.114 beside noise of 0.32 and 0.1: by Poisson's formula the sum over them errs by
      // 4 exp(−2 π² σ² / h²) at most, 1e-6.
      task.massPoints = 70
      let scores = try task.prepare(data).evaluate(truth(mixture), metrics: .outcomes)
      let mass = try #require(scores.curves.first { $0.name == "mass/test/density" }?.values.first)
      #expect(abs(mass - 1) < 1e-4)
      #expect(abs(try #require(scores.number("excess", "density"))) < 1e-6)
      #expect(scores.measurements.map(\.metric) == ["excess"])
    }
  }

  @Test func aDensityIsLearntFromPointsAlone() throws {
    try withPoints(.gaussians) { task, data in
      let prepared = try task.prepare(data)
      #expect(prepared.training.inputs.sampleCount == 300)
      #expect(prepared.training.validationInputs.sampleCount == 50)
      #expect(prepared.training.targets.tensors.isEmpty)
      #expect(prepared.role.output("log-density")?.shape == [1])
      #expect(Set(prepared.cases.map(\.signature)).count == 450)
    }
  }

  /// Of six normal densities on a circle of radius 5 the mean square radius is 25 + 2 · 0.1.
  @Test func thePointsHaveTheMomentsOfTheMixture() throws {
    try withPoints(.gaussians) { task, data in
      let points = try task.prepare(data).training.inputs.required("points").values
      let square = points.reduce(0) { $0 + Double($1) * Double($1) } / 300
      // The standard error of the mean of r² is 2 · 5 · 0.32 / √300.
      #expect(abs(square - 25.2) < 4 * 0.19)
    }
  }

  @Test func aDamagedFileIsTold() throws {
    try withPoints(.gaussians) { task, data in
      let file = data.folder.appending(path: "points/test.npy")
      try FileManager.default.removeItem(at: file)
      #expect(throws: AssayError.self) { try task.prepare(data) }
    }
  }
}
