import Experiment
import Foundation
import Randomness
import Tasks
import Tensors
import TestSupport
import Testing

@Suite struct SpiralSDETests {
  /// Answers with the initial state as mean and a constant variance.
  private struct Standing: Model {
    let parameterCount = 0
    let variance: Float

    func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) -> TrainingTrace {
      TrainingTrace()
    }

    func predict(_ inputs: NamedTensors) throws -> NamedTensors {
      let (initial, times) = (try inputs.required("initial"), try inputs.required("times"))
      let shape = times.shape + [2]
      let means = (0..<shape[0]).flatMap { row in
        (0..<shape[1]).flatMap { _ in initial.values[2 * row..<2 * row + 2] }
      }
      return NamedTensors([
        "mean": Tensor(shape: shape, values: means),
        "variance": Tensor(shape: shape, repeating: variance),
      ])
    }
  }

  private static func location(_ folder: URL) -> DataLocation {
    DataLocation(folder: folder, origin: .shipped, contentHash: "x")
  }

  private static func prepared() throws -> any PreparedTask {
    try SpiralSDE().prepare(
      location(PackageFolder.url.appending(path: "Suites/neural-de/data/spiral-sde")))
  }

  @Test func thePublishedMomentsAreForTrainingAndOthersForTheTest() throws {
    let task = try Self.prepared()
    #expect(try task.training.inputs.required("initial").values == [2, 0])
    #expect(try task.training.targets.required("mean").shape == [1, 30, 2])
    #expect(try task.training.validationTargets.required("variance").shape == [2, 30, 2])
    // The published mean of u₂ after one interval.
    let mean = try task.training.targets.required("mean")
    #expect(abs(mean.values[3] - 0.5415114) < 1e-6)
    #expect(task.cases.count == 11 && Set(task.cases.map(\.signature)).count == 11)
    #expect(task.cases.filter { $0.split == .test }.count == 8)
  }

  @Test func theLossOfThePaperIsTwiceTheScore() throws {
    let scores = try Self.prepared().evaluate(Standing(variance: 0.1), metrics: .outcomes)
    let whole = try #require(scores.number("mse", "moments"))
    let mean = try #require(scores.number("mse", "mean"))
    let variance = try #require(scores.number("mse", "variance"))
    #expect(abs(2 * whole - mean - variance) < 1e-9 * whole)
    let fitted = try #require(scores.number("mse", "fitted"))
    #expect(fitted > 0.1)
    #expect(
      scores.curves.contains { $0.name == "mse/test/moments/samples" && $0.values.count == 8 })
  }

  @Test func theMomentsOfOneCaseAreCurves() throws {
    let curves = try Self.prepared().evaluate(Standing(variance: 0.25), metrics: .outcomes).curves
    func curve(_ name: String) throws -> Curve {
      try #require(curves.first { $0.name == name })
    }
    let spread = try curve("standard-deviation-1/test/moments/prediction")
    #expect(spread.values.count == 30 && spread.values.allSatisfy { $0 == 0.5 })
    #expect(spread.axis == "time" && spread.positions.first == 0 && spread.positions.last == 1)
    let still = try curve("mean-0/test/moments/prediction")
    let truth = try curve("mean-0/test/moments/truth")
    // the file has six decimals
    #expect(Set(still.values).count == 1 && abs(still.values[0] - truth.values[0]) < 1e-6)
    #expect(Set(truth.values).count > 20)
  }

  @Test func momentsThatAreNoNumbersHaveNoCurves() throws {
    let curves = try Self.prepared().evaluate(Standing(variance: .nan), metrics: .outcomes).curves
    #expect(!curves.contains { $0.name.hasSuffix("/test/moments/prediction") })
    #expect(curves.contains { $0.name == "mean-1/test/moments/truth" })
  }

  @Test func aMissingFileIsNamed() throws {
    try withTemporaryFolder { folder in
      let error = #expect(throws: AssayError.self) {
        try SpiralSDE().prepare(Self.location(folder))
      }
      #expect(error?.kind == .badInput && error?.description.contains("published.json") == true)
    }
  }
}
