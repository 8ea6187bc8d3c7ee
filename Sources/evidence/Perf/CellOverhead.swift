import Experiment
import Foundation
import Harness
import Store

/// The harness's own cost of a cell that does nothing: run in a worker, or found in the store.
struct CellOverhead: Timing {
  enum Kind: String {
    case isolated = "harness/isolated-cell"
    case cached = "harness/cached-cell"
  }

  let kind: Kind
  let peer: BenchoptPeer

  private static let cells = 100
  private static let repetitions = 5

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "assay-perf-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ResultStore(
      path: folder.appending(path: "results.sqlite").path, access: .readWrite)
    let seconds = try timed(store, folder)
    return PerfEntry(
      kind.rawValue, ours: seconds / Double(Self.cells) * 1000, unit: "ms",
      goal: kind == .isolated ? 15 : 0.5, runs: Self.repetitions, machine: machine,
      peer: kind == .isolated ? peer.cellMilliseconds : peer.cachedCellMilliseconds)
  }

  private func timed(_ store: ResultStore, _ folder: URL) throws -> Double {
    let harness = Harness(catalogue: IdlePlan.catalogue, store: store, worker: worker())
    let plan = IdlePlan.make(cells: Self.cells)
    var options = RunOptions(
      selfTests: .skipped, dataFolder: folder,
      environment: ProcessInfo.processInfo.environment)
    if kind == .cached { _ = try harness.run(plan, options: options) { _ in } }
    if kind == .isolated { options.repetition = .everything }
    return try Stopwatch.median(of: Self.repetitions) {
      let summary = try harness.run(plan, options: options) { _ in }
      precondition(summary.exitCode == .done, "an idle cell failed: \(summary)")
    }
  }

  private func worker() -> WorkerProgram {
    WorkerProgram(
      executable: OwnProcess.executable, arguments: ["idle-worker"],
      environment: ProcessInfo.processInfo.environment)
  }
}
