import Foundation

/// A program that runs by itself on given cores, with the BLAS kernels of its own choice.
struct PinnedProcess {
  let executable: URL
  let arguments: [String]
  /// The cores as `taskset` names them.
  let cores: String

  /// Variables that hold a program to older kernels; both sides of a comparison run without them.
  private static let kernelChoices = ["OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"]

  /// The JSON that the program prints, or nil when it cannot be run or prints something else.
  func result<Value: Decodable>(as type: Value.Type) -> Value? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/taskset")
    process.arguments = ["-c", cores, executable.path] + arguments
    process.environment = ProcessInfo.processInfo.environment.filter {
      !Self.kernelChoices.contains($0.key)
    }
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try? JSONDecoder().decode(Value.self, from: data)
  }
}
