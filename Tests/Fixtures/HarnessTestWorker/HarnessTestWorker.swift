import Foundation
import Harness
import HarnessFixtures
import Planning
import Store

/// What tests start as a process of its own: a worker, a whole run to be killed, or a run on a disk
/// that is full.
@main
struct HarnessTestWorker {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch arguments.dropFirst().first {
    case "worker": try WorkerMain.run(catalogue: ToyShelf.catalogue)
    case "run": try run(plan: arguments[2], folder: arguments[3], jobs: Int(arguments[4]) ?? 1)
    case "run-on-full-disk":
      limitFiles(to: 200_000)
      try run(plan: arguments[2], folder: arguments[3], jobs: 1)
    default: exit(64)
    }
  }

  /// Runs a plan and prints its events, one line of JSON each.
  private static func run(plan path: String, folder: String, jobs: Int) throws {
    let plan = try JSONDecoder().decode(
      Plan.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    do {
      let store = try ResultStore(path: folder + "/results.sqlite", access: .readWrite)
      let harness = Harness(
        catalogue: ToyShelf.catalogue, store: store,
        worker: WorkerProgram(
          executable: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(),
          arguments: ["worker"], environment: ProcessInfo.processInfo.environment))
      let control = RunControl()
      let watch = InterruptWatch(control) { exit(130) }
      let options = RunOptions(
        jobs: jobs, selfTests: .skipped, dataFolder: URL(fileURLWithPath: folder + "/data"),
        environment: ProcessInfo.processInfo.environment)
      let summary = try harness.run(plan, options: options, control: control) { event in
        let line = (try? JSONEncoder().encode(event)) ?? Data()
        FileHandle.standardOutput.write(line + Data("\n".utf8))
      }
      withExtendedLifetime(watch) {}
      exit(summary.exitCode.rawValue)
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    }
  }

  /// The nearest thing to a full disk that needs no privileges.
  private static func limitFiles(to bytes: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
