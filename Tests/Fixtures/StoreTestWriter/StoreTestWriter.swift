import Experiment
import Foundation
import Store
import StoreFixtures

/// What tests of the store start as a process of its own, to be killed or to run out of room.
@main
struct StoreTestWriter {
  static func main() {
    let arguments = CommandLine.arguments
    do {
      switch arguments.dropFirst().first {
      case "open": _ = try ResultStore(path: arguments[2], access: .readWrite)
      case "write":
        try write(path: arguments[2], run: arguments[3], cells: Int(arguments[4]) ?? 0)
      case "write-small-files":
        limitFiles(to: UInt(arguments[5]) ?? 0)
        try write(path: arguments[2], run: arguments[3], cells: Int(arguments[4]) ?? 0)
      case "lock": try hold(path: arguments[2])
      default: exit(64)
      }
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(2)
    }
  }

  /// Runs the cells that are not done and says after each that it is stored.
  private static func write(path: String, run: String, cells: Int) throws {
    let store = try ResultStore(path: path, access: .readWrite)
    let lock = try StoreLock.acquire(path: path, holder: "run \(run)")
    let done = try store.completedKeys(among: (0..<cells).map(ToyCells.key))
    let ticket = try store.begin(ToyCells.run(run), plan: ToyCells.plan(cells))
    try store.reuse(keys: done.sorted(), in: ticket)
    for place in 0..<cells where !done.contains(ToyCells.key(place)) {
      try store.start(key: ToyCells.key(place), in: ticket)
      try store.record(
        ToyCells.result(place, run: run), log: ToyCells.log(place), in: ticket)
      FileHandle.standardOutput.write(Data("\(place)\n".utf8))
    }
    try store.end(ticket, state: .ended, at: "2026-07-31T11:00:00.000Z")
    withExtendedLifetime(lock) {}
  }

  private static func hold(path: String) throws {
    let lock = try StoreLock.acquire(path: path, holder: "run held of process \(getpid())")
    print("held")
    fflush(nil)
    _ = readLine()
    sleep(60)
    withExtendedLifetime(lock) {}
  }

  /// The nearest thing to a full disk that needs no privileges.
  private static func limitFiles(to bytes: UInt) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
