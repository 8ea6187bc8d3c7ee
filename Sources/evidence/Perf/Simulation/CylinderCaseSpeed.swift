import Experiment
import Foundation
import Physics

/// DFG 2D-2 from rest until its wake is periodic beside OpenFOAM's pimpleFoam at equal error, each on the
/// first core.
///
/// Errors are those of the benchmark's own numbers over the last 1.2 s: the largest drag, the range of
/// the lift and the Strouhal number. Ours runs on the coarsest grid of a ladder whose three errors are
/// not above the peer's.
struct CylinderCaseSpeed: Timing {
  private static let peerCase = DFGCylinderPeer(
    quarter: 24, step: 0.002, end: DFGBenchmark.periodicTimes.end)
  private static let ladder = [17, 20, 24, 30]
  private static let repetitions = 3
  private static let name = "simulate/dfg-cylinder"
  private static let quantities = ["drag", "lift", "strouhal"]

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let run = Self.peerCase.problem.run()
    defer { if let run { try? FileManager.default.removeItem(at: run.folder) } }
    let theirs = run.flatMap { Self.peerCase.wake(of: $0) }.map(Self.errors)
    let ours = try ours(noWorseThan: theirs)
    func entry(
      _ part: String, _ unit: String, _ value: Double, theirs: Double?, _ goal: PerfGoal
    ) -> PerfEntry {
      PerfEntry(
        name: Self.name + part, ours: value, unit: unit,
        peer: PeerTime(
          name: "OpenFOAM pimpleFoam", version: OpenFOAMCase.version ?? "1912", value: theirs,
          install: OpenFOAMCase.install),
        goal: goal, kernels: machine.kernels, load: machine.load, runs: Self.repetitions)
    }
    let errors = Self.quantities.enumerated().map { index, quantity in
      entry("/\(quantity)-error", "1", ours.errors[index], theirs: theirs?[index], .ratio(1))
    }
    return [
      entry("", "s", ours.seconds, theirs: run?.seconds, .ratio(0.2)),
      entry("/memory", "MiB", ours.mebibytes, theirs: run?.mebibytes, .ratio(1)),
    ] + errors
  }

  /// Relative errors of largest drag, range of lift and Strouhal number.
  private static func errors(_ wake: [Double]) -> [Double] {
    zip(wake, DFGBenchmark.periodicWake).map { abs($0 / $1 - 1) }
  }

  private typealias Result = (seconds: Double, errors: [Double], mebibytes: Double)

  /// The median of the repetitions on the coarsest grid that is as good as the peer, or on the finest
  /// when there is no peer.
  private func ours(noWorseThan bounds: [Double]?) throws -> Result {
    for cells in bounds == nil ? Self.ladder.suffix(1) : Self.ladder[...] {
      let first = try simulated(cells: cells)
      let errors = Self.errors(first.values)
      if let bounds, zip(errors, bounds).contains(where: { $0 > $1 }) { continue }
      let others = try (1..<Self.repetitions).map { _ in try simulated(cells: cells) }
      let times = ([first] + others).map(\.seconds).sorted()
      return (times[times.count / 2], errors, first.mebibytes)
    }
    throw AssayError(
      .unmetRequirement, where: Self.name, found: "no grid of the ladder with the peer's errors",
      expected: "errors of at most \(bounds ?? [])", remedy: "add finer grids to the ladder")
  }

  private func simulated(cells: Int) throws -> SimulationTime {
    try OwnProcess.result(
      [
        "simulate", SimulatedCase.cylinder.rawValue, "--cells", "\(cells)", "--time",
        "\(DFGBenchmark.periodicTimes.end)",
      ], on: "0", for: Self.name)
  }
}
