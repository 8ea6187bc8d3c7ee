import Experiment
import Foundation
import Harness
import HarnessFixtures
import Planning
import Store
import Synchronization
import Testing

/// A folder with a store and a harness, for one test.
final class Bench: Sendable {
  let folder: URL
  let store: ResultStore
  let harness: Harness

  init(worker: URL = Bench.workerProgram()) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try ResultStore(
      path: folder.appending(path: "results.sqlite").path, access: .readWrite)
    harness = Harness(
      catalogue: ToyShelf.catalogue, store: store,
      worker: WorkerProgram(
        executable: worker, arguments: ["worker"],
        environment: ProcessInfo.processInfo.environment))
  }

  /// Called at the end of each test.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The test worker lies beside the test bundle.
  static func workerProgram() -> URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appending(path: "harness-test-worker")
  }

  var options: RunOptions {
    RunOptions(selfTests: .skipped, dataFolder: folder.appending(path: "data"))
  }

  /// Runs `plan` on a thread of its own and returns summary and events.
  func run(
    _ plan: ToyPlan, jobs: Int = 1, repetition: RunOptions.Repetition = .missingOnly,
    control: RunControl = RunControl(), each: (RunEvent) -> Void = { _ in }
  ) throws -> (summary: RunSummary, events: [RunEvent]) {
    var options = options
    options.jobs = jobs
    options.repetition = repetition
    var events: [RunEvent] = []
    let summary = try withoutActuallyEscaping(each) { each in
      try harness.run(try plan.plan(), options: options, control: control) { event in
        events.append(event)
        each(event)
      }
    }
    return (summary, events)
  }

  func cells() throws -> [String: CellResult] {
    let cells = try store.frame().cells.map { ($0.identity.model, $0) }
    return Dictionary(cells, uniquingKeysWith: { first, _ in first })
  }

  /// Starts a whole run as a process; its events are lines of the returned pipe.
  func startRun(_ plan: ToyPlan, mode: String = "run") throws -> (process: Process, output: Pipe) {
    let file = folder.appending(path: "plan-\(UUID().uuidString).json")
    try JSONEncoder().encode(try plan.plan()).write(to: file)
    let process = Process()
    let output = Pipe()
    process.executableURL = Self.workerProgram()
    process.arguments = [mode, file.path, folder.path, "1"]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    return (process, output)
  }
}

/// Whether a process is there and not a zombie.
func isRunning(_ identifier: Int32) -> Bool {
  guard let stat = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8) else {
    return false
  }
  return stat.split(separator: ")").last?.split(separator: " ").first != "Z"
}

/// Waits until `condition` holds, at most ten seconds.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<500 {
    if try condition() { return true }
    Thread.sleep(forTimeInterval: 0.02)
  }
  return false
}
