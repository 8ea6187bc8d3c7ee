import Experiment
import Foundation
import Harness
import Planning
import Randomness
import Store

/// A run of small cells with files beside the store, killed at a random moment and started again.
package struct KillTrial {
  /// Who is killed.
  package enum Victim: String, Sendable {
    /// The harness, once; what it reported as finished must be there.
    case parent
    /// Workers, every now and then; the run must finish by itself.
    case worker
  }

  private static let cells = 30
  private static let retries = 20
  private let program: URL
  private let workerArguments: [String]
  private let runArguments: [String]

  /// - Parameters:
  ///   - program: a program that can be a worker of toys and a `TrialRun`
  ///   - workerArguments: what makes it a worker
  ///   - runArguments: what makes it a run; plan, folder and jobs follow
  package init(program: URL, workerArguments: [String], runArguments: [String]) {
    self.program = program
    self.workerArguments = workerArguments
    self.runArguments = runArguments
  }

  /// Everything that did not go as it should; `random` decides on the moments.
  package func problems(killing victim: Victim, random: RandomStream) throws -> [String] {
    let bench = try TrialBench(worker: program, arguments: workerArguments)
    defer { bench.remove() }
    var toys = ToyPlan(behaviours: [.good])
    toys.seeds = 0..<Self.cells
    toys.budget.retries = Self.retries
    let file = bench.folder.appending(path: "plan.json")
    try JSONEncoder().encode(try toys.plan()).write(to: file)
    var moments = random.stream("moments")
    let first = try run(file, bench) { process in
      switch victim {
      case .parent: killOnce(process, after: moments.uniform(from: 0, to: 0.6))
      case .worker: killWorkers(of: process, &moments)
      }
    }
    var problems = try problems(after: first, of: victim, bench, toys)
    let second = try run(file, bench) { _ in }
    if second.status != 0 { problems.append("the second run ended with \(second.status)") }
    problems += try finalProblems(bench, toys)
    return problems
  }

  private struct Ended {
    let status: Int32
    /// The seeds that it reported as done, with their numbers.
    let reported: [Int: Double?]
  }

  private func run(
    _ plan: URL, _ bench: TrialBench, during body: (Process) -> Void
  ) throws -> Ended {
    let process = Process()
    let events = bench.folder.appending(path: "events-\(UUID().uuidString)")
    try Data().write(to: events)
    process.executableURL = program
    process.arguments = runArguments + [plan.path, bench.folder.path, "2"]
    process.environment = bench.worker.environment
    let output = try FileHandle(forWritingTo: events)
    // Foundation keeps a process that has ended, and with it the file.
    defer { try? output.close() }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    body(process)
    process.waitUntilExit()
    return Ended(
      status: process.terminationStatus, reported: try Self.reported(in: Data(contentsOf: events)))
  }

  private static func reported(in output: Data) throws -> [Int: Double?] {
    // A line that was cut off by the kill is no report.
    let lines = output.split(separator: 10, omittingEmptySubsequences: true)
    let whole = output.last == 10 ? lines[...] : lines.dropLast()
    return try whole.reduce(into: [:]) { found, line in
      guard line.range(of: Data("cellFinished".utf8)) != nil,
        case .cellFinished(let report) = try JSONDecoder().decode(RunEvent.self, from: line),
        report.state == .done
      else { return }
      found[report.cell.seed] = report.value.number
    }
  }

  private func killOnce(_ process: Process, after seconds: Double) {
    usleep(UInt32(seconds * 1e6))
    kill(process.processIdentifier, SIGKILL)
  }

  private func killWorkers(of process: Process, _ moments: inout RandomStream) {
    // No piece of work can die more often than it is tried again, however slow the machine is.
    var kills = 0
    while process.isRunning, kills < Self.retries {
      usleep(UInt32(moments.uniform(from: 0.02, to: 0.2) * 1e6))
      let parent = process.processIdentifier
      let path = "/proc/\(parent)/task/\(parent)/children"
      let workers = ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
        .split(separator: " ").compactMap { pid_t($0) }
      guard !workers.isEmpty else { continue }
      let chosen = Int(moments.uniform(from: 0, to: Double(workers.count)))
      kill(workers[min(chosen, workers.count - 1)], SIGKILL)
      kills += 1
    }
  }

  private func problems(
    after run: Ended, of victim: Victim, _ bench: TrialBench, _ toys: ToyPlan
  ) throws -> [String] {
    var problems = bench.isQuiet() ? [] : ["still running: \(bench.survivors())"]
    if victim == .worker, run.status != 0 { problems.append("the run ended with \(run.status)") }
    guard FileManager.default.fileExists(atPath: bench.storePath) else {
      return problems + (run.reported.isEmpty ? [] : ["the store is gone"])
    }
    let store = try ResultStore(path: bench.storePath, access: .readWrite)
    problems += try store.checkHealth().problems
    let cells = try store.frame().cells
    if victim == .worker {
      problems += cells.filter { $0.state != .done }.map { "\($0.identity): \($0.reason)" }
    }
    let done = cells.filter { $0.state == .done }
    for (seed, number) in run.reported.sorted(by: { $0.key < $1.key }) {
      let stored = done.first { $0.identity.seed == seed }?.value(ToyPlan.headlines[0]).number
      if stored == nil || stored != number {
        problems.append("seed \(seed) was reported with \(number ?? .nan) and is not stored so")
      }
    }
    return problems
  }

  private func finalProblems(_ bench: TrialBench, _ toys: ToyPlan) throws -> [String] {
    let store = try ResultStore(path: bench.storePath, access: .readOnly)
    var problems = try store.checkHealth().problems
    let found = try store.frame().cells.filter { $0.state == .done }
    let numbers = found.map { $0.value(ToyPlan.headlines[0]).number }
    let expected = try toys.seeds.map { try toys.expectedError(of: "good", seed: $0) }
    if numbers != expected { problems.append("\(numbers.count) cells with other numbers") }
    let values = try store.history(
      of: ToyPlan.headlines[0], suite: found.first?.identity.suite ?? "", profile: .quick)
    if values.count != Self.cells { problems.append("\(values.count) attempts are done") }
    problems += bench.leftFolders().map { "left in the temporary folder: \($0)" }
    return problems
  }
}
