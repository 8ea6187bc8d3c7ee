import Foundation

/// Python with NumPy, where the machine has it; tests that need it are skipped elsewhere.
enum Python {
  struct Failure: Error {
    let status: Int32
  }

  static func isAvailable() -> Bool {
    (try? status(["-c", "import numpy"])) == 0
  }

  static func run(_ arguments: [String]) throws {
    let status = try status(arguments)
    if status != 0 { throw Failure(status: status) }
  }

  private static func status(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
