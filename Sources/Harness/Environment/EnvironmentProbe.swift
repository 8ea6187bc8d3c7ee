import COpenBLAS
import Experiment
import ExternalModels
import Foundation
import Store
import Tensors

/// Finds out on what machine and with what software a run takes place.
public enum EnvironmentProbe {
  private static let secondsForGit = 2.0

  /// The facts that numbers and times may depend on; what cannot be found out is `unknown`.
  /// - Parameters:
  ///   - environment: The environment variables of this process.
  ///   - threads: BLAS threads of a worker.
  ///   - kernels: What a worker computes with.
  ///   - workingFolder: Where git is asked for the version of the code.
  /// - Returns: The record.
  public static func record(
    environment: [String: String], threads: Int,
    kernels: KernelMode = .fastest,
    workingFolder: String = FileManager.default.currentDirectoryPath
  ) -> EnvironmentRecord {
    let numerics = NumericEnvironment(threads: threads, kernels: kernels)
    var facts = machine()
    facts["blas"] = numerics.blas
    facts["blas-core"] = numerics.blasCore
    facts["compiler"] = numerics.compiler
    facts["c-library"] = numerics.library
    facts["code-epoch"] = numerics.code
    facts["instructions"] = numerics.instructions
    facts["kernels"] = numerics.kernels.rawValue
    facts["sqlite"] = ResultStore.sqliteVersion()
    facts["swift"] = compiler()
    facts["threads"] = String(threads)
    facts["code"] = code(environment, workingFolder)
    for (name, value) in environment where isRelevant(name) { facts["env \(name)"] = value }
    return EnvironmentRecord(facts: facts)
  }

  /// The record of a run that begins now.
  static func runRecord(_ options: RunOptions, store: ResultStore) -> RunRecord {
    let now = Date()
    return RunRecord(
      id: RunIdentifier.make(at: now, process: getpid()), command: options.command,
      started: Timestamp.text(now),
      environment: record(
        environment: options.environment, threads: options.threads, kernels: options.kernels))
  }

  private static func machine() -> [String: String] {
    let process = ProcessInfo.processInfo
    return [
      "cpu": ProcessorFacts.current().model,
      "cores": String(Processors.allowed().count),
      "memory": "\(process.physicalMemory / 1_048_576) MiB",
      "kernel": text("/proc/sys/kernel/osrelease") ?? "unknown",
      "os": operatingSystem(),
      "load": text("/proc/loadavg").map {
        $0.split(separator: " ").prefix(3).joined(separator: " ")
      } ?? "unknown",
      "time-zone": TimeZone.current.identifier,
    ]
  }

  private static func isRelevant(_ name: String) -> Bool {
    ["OPENBLAS_", "OMP_", "GOTO_", "MALLOC_"].contains { name.hasPrefix($0) }
  }

  private static func operatingSystem() -> String {
    let lines = (text("/etc/os-release") ?? "").split(separator: "\n")
    let title = lines.first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst("PRETTY_NAME=".count)
    return title?.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) ?? "unknown"
  }

  private static func code(_ environment: [String: String], _ folder: String) -> String {
    func git(_ arguments: [String]) -> String? {
      for path in (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
        let program = "\(path)/git"
        guard FileManager.default.isExecutableFile(atPath: program) else { continue }
        return CommandOutput.text(
          program, ["--no-optional-locks", "-C", folder] + arguments, environment: environment,
          withinSeconds: secondsForGit)
      }
      return nil
    }
    guard let commit = git(["rev-parse", "HEAD"]) else { return "unknown" }
    let changes = git(["status", "--porcelain", "--untracked-files=no"])
    let state = changes.map { $0.isEmpty ? "" : " with changes" } ?? " in an unknown state"
    return commit.trimmingCharacters(in: .whitespacesAndNewlines) + state
  }

  private static func text(_ path: String) -> String? {
    let text = ProcFile.text(path).trimmingCharacters(in: .whitespacesAndNewlines)
    return text.isEmpty ? nil : text
  }

  private static func compiler() -> String {
    #if compiler(>=6.4)
      "6.4 or later"
    #elseif compiler(>=6.3)
      "6.3"
    #else
      "6.2"
    #endif
  }
}
