import Foundation
import Harness

extension WorkerProgram {
  /// This program as a worker.
  static var current: WorkerProgram {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return WorkerProgram(
      executable: URL(filePath: executable), arguments: ["worker"],
      environment: ProcessInfo.processInfo.environment)
  }
}
