import Experiment
import Foundation
import Tasks
import Testing

@Suite struct FlowEnumerationTests {
  private func values(
    _ problem: FlowProblem, _ sweep: FlowSweep, _ quantity: FlowQuantity
  ) -> [Double] {
    problem.cases(of: sweep).map { $0[quantity] }
  }

  @Test func theSweepsHaveTheirPublishedSizes() {
    let sizes = FlowProblem.allCases.map { problem in
      FlowSweep.allCases.map { problem.cases(of: $0).count }
    }
    #expect(sizes == [[50, 84, 25], [50, 100, 25], [70, 100, 50], [50, 115, 20]])
    #expect(sizes.joined().reduce(0, +) == 739)
  }

  @Test func noCaseOccursTwiceInASweep() {
    for problem in FlowProblem.allCases {
      for sweep in FlowSweep.allCases {
        let cases = problem.cases(of: sweep)
        for (index, parameters) in cases.enumerated() {
          #expect(cases.firstIndex(of: parameters) == index)
        }
      }
    }
  }

  @Test func theCavitysLidRisesAndItsFluidsAreDensityMajor() {
    #expect(values(.cavity, .bc, .lidVelocity) == (1...50).map(Double.init))
    let fluids = FlowProblem.cavity.cases(of: .prop)
    #expect(
      fluids.prefix(8).map { $0[.viscosity] }
        == [1e-5, 5e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2, 1e-5])
    #expect(
      stride(from: 0, to: 84, by: 7).map { fluids[$0][.density] }
        == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.1, 0.5])
    #expect(abs(fluids[70 + 6].reynoldsNumber - 1) < 1e-12)
    #expect(abs(fluids[63].reynoldsNumber - 1e5) < 1e-6)
    #expect(
      FlowProblem.cavity.cases(of: .geo)[1]
        == FlowParameters(.cavity, [.height: 0.02, .width: 0.01]))
  }

  @Test func theTubesSweepsAreThePublishedRanges() {
    #expect(values(.tube, .bc, .inletVelocity) == (1...50).map { Double($0) / 10 })
    let fluids = FlowProblem.tube.cases(of: .prop)
    #expect(fluids.prefix(11).map { $0[.density] } == [Double](repeating: 10, count: 10) + [120])
    #expect(fluids[1][.viscosity] == 0.12 && fluids[99][.viscosity] == 1)
    #expect(fluids[99][.density] == 1000)
    let base = FlowParameters(.tube)
    #expect(abs(base.reynoldsNumber - 100) < 1e-9)
    // Our rule for the unpublished pairs: 5 ratios for each of 5 diameters, 0.1 m to 10 m long.
    let lengths = values(.tube, .geo, .width)
    #expect(abs((lengths.min() ?? 0) - 0.1) < 1e-12 && lengths.max() == 10)
    #expect(Set(values(.tube, .geo, .height)) == [0.01, 0.05, 0.1, 0.3, 0.5])
    #expect(FlowProblem.tube.cases(of: .geo).contains(base))
  }

  @Test func theDamsSweepsAreThoseOfTheGenerationScript() {
    let jets = values(.dam, .bc, .jetVelocity)
    #expect([jets[0], jets[19], jets[20], jets[69]] == [0.05, 1, 1.02, 2])
    let barriers = FlowProblem.dam.cases(of: .geo)
    #expect(barriers[9][.barrierHeight] == 0.11 && barriers[9][.barrierWidth] == 0.1)
    #expect(barriers[10][.barrierHeight] == 0.12 && barriers[10][.barrierWidth] == 0.01)
    #expect(barriers.allSatisfy { $0[.width] == 1.5 && $0[.height] == 0.4 })
  }

  @Test func theCylindersFluidsStayBetweenReynoldsNumbers20And1000() {
    let numbers = FlowProblem.cylinder.cases(of: .prop).map(\.reynoldsNumber)
    #expect(abs((numbers.min() ?? 0) - 20) < 1e-6 && abs((numbers.max() ?? 0) - 1000) < 1e-6)
    #expect(abs(FlowParameters(.cylinder).reynoldsNumber - 200) < 1e-9)
    let speeds = FlowProblem.cylinder.cases(of: .bc).map(\.reynoldsNumber)
    #expect(abs(speeds[0] - 20) < 1e-9 && abs(speeds[49] - 1000) < 1e-9)
  }

  @Test func eachCylinderGeometryDiffersFromTheBaseCaseInOneSize() {
    let base = FlowParameters(.cylinder)
    let sizes: [FlowQuantity] = [.radius, .left, .right, .bottom, .top]
    for parameters in FlowProblem.cylinder.cases(of: .geo) {
      #expect(sizes.count { parameters[$0] != base[$0] } == 1)
    }
  }

  @Test(arguments: [
    (FlowProblem.cavity, 50, 134, 158), (.tube, 50, 150, 174), (.dam, 70, 170, 219),
    (.cylinder, 50, 165, 184),
  ])
  func partsAreNumberedThroughAllSweeps(problem: FlowProblem, prop: Int, geo: Int, last: Int) {
    let dataset = CFDBenchDataset(
      problem: problem, sweeps: [.geo, .prop, .bc], frameInterval: problem.frameInterval,
      frames: 3, caseLimit: 0, outputSize: 64)
    let paths = dataset.parts.map(\.path).sorted()
    #expect(paths.count == last + 1)
    for (sweep, number) in [
      ("bc", prop - 1), ("prop", prop), ("prop", geo - 1), ("geo", geo), ("geo", last),
    ] {
      let name = String(format: "%04d", number)
      #expect(paths.contains("\(problem.rawValue)/\(sweep)/case\(name)"))
    }
  }
}
