import Experiment
import Foundation
import Harness
import Planning
import Store

/// A folder with a store, temporary folder and workers of its own, for one trial. What runs on behalf of it
/// is known by a variable of its environment, which passes on to everything that workers start.
package final class TrialBench: Sendable {
  private static let variable = "ASSAY_TRIAL"
  package let folder: URL
  package let worker: WorkerProgram
  private let mark: String

  /// A bench whose workers are the program with these arguments, which runs `WorkerMain` on toys.
  package init(worker program: URL, arguments: [String]) throws {
    mark = UUID().uuidString
    folder = FileManager.default.temporaryDirectory.appending(path: "trial-\(mark)")
    let temporary = folder.appending(path: "temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    worker = WorkerProgram(
      executable: program, arguments: arguments,
      environment: ProcessInfo.processInfo.environment.merging([
        Self.variable: mark, ToyScratch.variable: temporary.path, "PATH": path,
      ]) { _, new in new })
  }

  package var storePath: String { folder.appending(path: "results.sqlite").path }

  package var options: RunOptions {
    var options = RunOptions(selfTests: .skipped, dataFolder: folder.appending(path: "data"))
    options.temporaryFolder = temporaryFolder
    return options
  }

  /// Where scratch folders are made.
  package var temporaryFolder: URL { folder.appending(path: "temporary") }

  /// Runs a plan of toys.
  package func run(
    _ plan: Plan, options: RunOptions, control: RunControl = RunControl(),
    events: @escaping (RunEvent) -> Void = { _ in }
  ) throws -> RunSummary {
    let harness = Harness(
      catalogue: ToyShelf.catalogue,
      store: try ResultStore(path: storePath, access: .readWrite), worker: worker)
    return try harness.run(plan, options: options, control: control, events: events)
  }

  /// Processes that still run on behalf of this trial, this one left out.
  package func survivors() -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let sought = Data("\(Self.variable)=\(mark)\0".utf8)
    return names.compactMap { Int32($0) }.filter { process in
      let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ")
      return process != getpid() && environment?.range(of: sought) != nil
    }
  }

  /// Whether everything of the trial has ended within a second: death takes the kernel a moment.
  package func isQuiet() -> Bool {
    for _ in 0..<100 {
      if survivors().isEmpty { return true }
      usleep(10_000)
    }
    return false
  }

  /// What is left of scratch folders.
  package func leftFolders() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporaryFolder.path)) ?? []
  }

  /// What runs or lies about, in words.
  func leftovers() -> [String] {
    (isQuiet() ? [] : ["still running: \(survivors())"])
      + leftFolders().map { "left in the temporary folder: \($0)" }
  }

  /// Removes all of it.
  package func remove() { try? FileManager.default.removeItem(at: folder) }
}
