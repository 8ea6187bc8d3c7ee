import CProcess
import Experiment
import Foundation
import Harness
import Store

/// The harness's own cost of a cell that does nothing: run in a worker, or found in the store; ten thousand
/// of them, since some costs grow with their number.
struct CellOverhead: Timing {
  enum Kind: String {
    case isolated = "harness/isolated-cell"
    case cached = "harness/cached-cell"
  }

  let kind: Kind
  let peer: BenchoptPeer

  private static let cells = 10_000
  private static let cachedRepetitions = 3

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-perf-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ResultStore(
      path: folder.appending(path: "results.sqlite").path, access: .readWrite)
    let harness = Harness(catalogue: IdlePlan.catalogue, store: store, worker: worker())
    let options = RunOptions(
      selfTests: .skipped, dataFolder: folder,
      environment: ProcessInfo.processInfo.environment)
    var heap = HeapGrowth(cells: Self.cells)
    let isolated = try Stopwatch.seconds { try run(harness, options) { heap.note($0) } }
    switch kind {
    case .isolated:
      return [
        entry(isolated, goal: 5, runs: 1, machine, peer.cellMilliseconds),
        PerfEntry(
          "harness/parent-memory", ours: heap.mebibytes, unit: "MiB", goal: 4, runs: 1,
          machine: machine),
      ]
    case .cached:
      let cached = try Stopwatch.median(of: Self.cachedRepetitions) {
        try run(harness, options) { _ in }
      }
      return [
        entry(
          cached, goal: 0.2, runs: Self.cachedRepetitions, machine, peer.cachedCellMilliseconds)
      ]
    }
  }

  private func entry(
    _ seconds: Double, goal: Double, runs: Int, _ machine: MachineFacts, _ peer: PeerTime
  ) -> PerfEntry {
    PerfEntry(
      kind.rawValue, ours: seconds / Double(Self.cells) * 1000, unit: "ms", goal: goal,
      runs: runs, machine: machine, peer: peer)
  }

  private func run(
    _ harness: Harness, _ options: RunOptions, events: @escaping (RunEvent) -> Void
  ) throws {
    let summary = try harness.run(
      IdlePlan.make(cells: Self.cells), options: options, events: events)
    precondition(summary.exitCode == .done, "an idle cell failed: \(summary)")
  }

  private func worker() -> WorkerProgram {
    WorkerProgram(
      executable: OwnProcess.executable, arguments: ["idle-worker"],
      environment: ProcessInfo.processInfo.environment)
  }
}
