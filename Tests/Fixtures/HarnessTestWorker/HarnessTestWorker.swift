import Foundation
import Harness
import HarnessFixtures

/// What tests start as a process of its own: a worker, a whole run to be killed, or a run on a disk
/// that is full.
@main
struct HarnessTestWorker {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.dropFirst().first != "worker" { Harness.adoptOrphans() }
    switch arguments.dropFirst().first {
    case "worker": try WorkerMain.run(catalogue: ToyShelf.catalogue)
    case "run": try run(arguments, jobs: Int(arguments[4]) ?? 1)
    case "run-on-full-disk":
      limitFiles(to: 200_000)
      try run(arguments, jobs: 1)
    default: exit(64)
    }
  }

  private static func run(_ arguments: [String], jobs: Int) throws -> Never {
    try TrialRun.perform(
      plan: arguments[2], folder: arguments[3], jobs: jobs, worker: ["worker"])
  }

  /// The nearest thing to a full disk that needs no privileges.
  private static func limitFiles(to bytes: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
