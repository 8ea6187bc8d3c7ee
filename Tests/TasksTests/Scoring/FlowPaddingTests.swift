import Experiment
import Foundation
import Tasks
import Tensors
import Testing

/// The grid that models see: padding, masks and known values.
@Suite struct FlowPaddingTests {
  /// The training inputs of cases with `parameters` on 64 × 64 cells.
  private func inputs(
    _ problem: FlowProblem, _ scoring: FlowScoring, _ parameters: FlowParameters
  ) throws -> NamedTensors {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root, size: 64, problem: problem)
      for number in 0..<3 {
        // Three flows, so that there is one to train.
        var one = parameters
        one[.viscosity] *= Double(number + 1)
        try folder.write(one, to: folder.path(.bc, number), frames: 2)
      }
      var task = CFDBench()
      task.problem = problem
      task.scoring = scoring
      task.pairs.steadyThreshold = 0
      task.pairs.stride = 1
      task.split.training = 0.4
      task.split.validation = 0.3
      let location = DataLocation(folder: root, origin: .imported, contentHash: "")
      return try task.prepare(location).training.inputs
    }
  }

  private func rows(_ tensor: Tensor?, plane: Int = 0) throws -> [[Float]] {
    let tensor = try #require(tensor)
    let (height, width) = (tensor.shape[2], tensor.shape[3])
    let start = plane * height * width
    return (0..<height).map { Array(tensor.values[start + $0 * width..<start + ($0 + 1) * width]) }
  }

  @Test func theCavityIsNotPadded() throws {
    let mask = try rows(inputs(.cavity, .corrected, FlowParameters(.cavity))["mask"])
    #expect(mask.count == 64 && mask.allSatisfy { $0 == [Float](repeating: 1, count: 64) })
  }

  @Test(arguments: [FlowScoring.corrected, .published])
  func theTubeGetsAnInletAndTwoWalls(scoring: FlowScoring) throws {
    let given = try inputs(.tube, scoring, FlowParameters(.tube, [.inletVelocity: 2]))
    let mask = try rows(given["mask"])
    let u = try rows(given["velocity"])
    #expect(mask.count == 66 && mask[0].count == 65)
    #expect(mask[0].allSatisfy { $0 == 0 } && mask[65].allSatisfy { $0 == 0 })
    #expect(mask[1..<65].allSatisfy { $0 == [0] + [Float](repeating: 1, count: 64) })
    #expect(u[1..<65].allSatisfy { $0[0] == 2 })
    #expect(u[0].allSatisfy { $0 == 0 } && u[65].allSatisfy { $0 == 0 })
    let v = try rows(given["velocity"], plane: 1)
    #expect(v[1..<65].allSatisfy { $0[0] == 0 })
  }

  @Test func theDamsBarrierIsMaskedAndItsInletIsATenthOfAMetre() throws {
    let parameters = FlowParameters(.dam, [.barrierHeight: 0.15, .barrierWidth: 0.1])
    let given = try inputs(.dam, .corrected, parameters)
    let u = try rows(given["velocity"])
    #expect(u.indices.filter { u[$0][0] == 1 } == Array(1...16))
    // x = 0.5 m is column 21.33, 0.6 m is 25.6: cell centres 21.5 (0.504 m) to 25.5 (0.598 m).
    let mask = try rows(given["mask"])
    let solid = (1..<65).flatMap { row in
      (1..<65).filter { mask[row][$0] == 0 }.map { [row, $0] }
    }
    #expect(solid == (1...24).flatMap { row in (22...26).map { [row, $0] } })
    #expect(solid.allSatisfy { u[$0[0]][$0[1]] == 0 })
  }

  @Test func thePublishedDamHasNoBarrierAndItsInletIsAsHighAsTheBarrier() throws {
    let parameters = FlowParameters(.dam, [.barrierHeight: 0.15, .barrierWidth: 0.1])
    let given = try inputs(.dam, .published, parameters)
    let u = try rows(given["velocity"])
    // D2. 0.15 m are 24 cells of 0.00625 m, and 24 or 23 by the cut quotient.
    #expect(u.indices.filter { u[$0][0] == 1 } == Array(1...Int(0.15 / 0.00625)))
    let mask = try rows(given["mask"])
    #expect(mask[1..<65].allSatisfy { $0 == [0] + [Float](repeating: 1, count: 64) })
  }

  @Test func theCylinderIsMaskedWhereItIs() throws {
    let mask = try rows(inputs(.cylinder, .corrected, FlowParameters(.cylinder))["mask"])
    // A circle of 1 cm radius at 6 cm from the left and from the bottom of 22 cm x 12 cm.
    #expect(mask[32][18] == 0 && mask[1 + 26][18] == 1 && mask[32][15] == 1 && mask[32][21] == 1)
    let solid = mask[1..<65].map { $0.dropFirst().count { $0 == 0 } }.reduce(0, +)
    let area = Double(solid) * (0.22 / 64) * (0.12 / 64)
    #expect(abs(area / (0.0001 * Double.pi) - 1) < 0.1)
  }

  @Test func thePublishedMaskMissesTheCylinder() throws {
    let mask = try rows(inputs(.cylinder, .published, FlowParameters(.cylinder))["mask"])
    // D3.
    #expect(mask[1..<65].allSatisfy { $0 == [0] + [Float](repeating: 1, count: 64) })
  }

  @Test(arguments: [
    (FlowProblem.cavity, 5, 5), (.tube, 5, 5), (.dam, 5, 7), (.cylinder, 8, 8),
  ])
  func parametersHaveTheirCount(problem: FlowProblem, published: Int, corrected: Int) throws {
    for (scoring, count) in [(FlowScoring.published, published), (.corrected, corrected)] {
      let given = try inputs(problem, scoring, FlowParameters(problem))
      let parameters = try #require(given["parameters"])
      #expect(parameters.shape[1] == count)
      #expect(parameters.values.allSatisfy { $0.isFinite })
    }
  }

  @Test(arguments: FlowProblem.allCases)
  func correctedParametersLieBetweenMinusOneAndOne(problem: FlowProblem) throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root, size: 2, problem: problem)
      for sweep in FlowSweep.allCases {
        let first = problem.firstNumber(of: sweep)
        try folder.write(sweep, cases: .max, frames: 2, first: first)
      }
      var task = CFDBench()
      task.problem = problem
      task.sweeps = FlowSweep.allCases
      task.outputSize = 2
      let location = DataLocation(folder: root, origin: .imported, contentHash: "")
      let values = try task.prepare(location).training.inputs.required("parameters").values
      #expect(values.allSatisfy { abs($0) <= 1 + 1e-5 })
      #expect(values.contains { $0 < -0.9 } && values.contains { $0 > 0.9 })
    }
  }
}
