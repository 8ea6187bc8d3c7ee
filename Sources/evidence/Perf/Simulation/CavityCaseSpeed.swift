import Experiment
import Foundation
import Physics

/// The cavity at Re 1000 from rest to 25 lid times beside OpenFOAM's icoFoam at equal error, each on
/// the first core.
///
/// The error is that of the velocity on the benchmark's 64 x 64 grid at the end, relative to a
/// simulation of ours on 256 x 256 cells; ours runs on the coarsest grid of a ladder whose error is
/// not above the peer's.
struct CavityCaseSpeed: Timing {
  private static let endTime = 25.0
  private static let peerCells = 128
  private static let referenceCells = 256
  private static let ladder = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160]
  private static let repetitions = 3
  private static let name = "simulate/cavity-re1000"

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let reference = try simulated(cells: Self.referenceCells).values
    let cavity = OpenFOAMCavity(
      cells: Self.peerCells, reynoldsNumber: 1000, endTime: Self.endTime)
    let run = cavity.problem.run()
    defer { if let run { try? FileManager.default.removeItem(at: run.folder) } }
    let theirError = run.flatMap { cavity.sampled($0, size: SimulatedCase.sampleSize) }
      .map { SimulationTime.error($0, against: reference) }
    let ours = try ours(noWorseThan: theirError, reference)
    func entry(
      _ part: String, _ unit: String, _ value: Double, theirs: Double?, _ goal: PerfGoal
    ) -> PerfEntry {
      PerfEntry(
        name: Self.name + part, ours: value, unit: unit,
        peer: PeerTime(
          name: "OpenFOAM icoFoam", version: OpenFOAMCase.version ?? "1912", value: theirs,
          install: OpenFOAMCase.install),
        goal: goal, kernels: machine.kernels, load: machine.load, runs: Self.repetitions)
    }
    return [
      entry("", "s", ours.seconds, theirs: run?.seconds, .ratio(0.2)),
      entry("/error", "1", ours.error, theirs: theirError, .ratio(1)),
      entry("/memory", "MiB", ours.mebibytes, theirs: run?.mebibytes, .ratio(1)),
    ]
  }

  private typealias Result = (seconds: Double, error: Double, mebibytes: Double)

  /// The median of the repetitions on the coarsest grid that is as good as the peer, or on the
  /// peer's own number of cells when there is no peer.
  private func ours(noWorseThan bound: Double?, _ reference: [Double]) throws -> Result {
    let ladder = bound == nil ? [Self.peerCells] : Self.ladder
    for cells in ladder {
      let first = try simulated(cells: cells)
      let error = first.error(against: reference)
      if let bound, error > bound { continue }
      let others = try (1..<Self.repetitions).map { _ in try simulated(cells: cells) }
      let times = ([first] + others).map(\.seconds).sorted()
      return (times[times.count / 2], error, first.mebibytes)
    }
    throw AssayError(
      .unmetRequirement, where: Self.name, found: "no grid of the ladder with the peer's error",
      expected: "an error of at most \(bound ?? 0)", remedy: "add finer grids to the ladder")
  }

  private func simulated(cells: Int) throws -> SimulationTime {
    try OwnProcess.result(
      [
        "simulate", SimulatedCase.cavity.rawValue, "--cells", "\(cells)", "--time",
        "\(Self.endTime)",
      ], on: "0", for: Self.name)
  }
}
