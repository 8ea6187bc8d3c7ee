import Foundation
import Testing

/// Training in the portable mode, in processes of its own, since the mode is one of a process.
@Suite struct PortableModeTests {
  /// What every x86-64 CPU prints.
  private static let stored = """
    fno 91ed68efecb0a252
    auto-ffn 344c86ae92e3cd93

    """
  /// Variables by which the libraries believe themselves on other CPUs.
  private static let processors = [
    ["OPENBLAS_CORETYPE": "Haswell"], ["OPENBLAS_CORETYPE": "Nehalem"],
    ["OPENBLAS_CORETYPE": "Zen"], ["OPENBLAS_CORETYPE": "SkylakeX"],
    ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA"],
  ]

  @Test(arguments: processors)
  func threeStepsGiveTheStoredBitsOnEveryProcessor(variables: [String: String]) throws {
    let process = Process()
    // beside the test bundle
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "portable-training")
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(String(decoding: printed, as: UTF8.self) == Self.stored)
  }
}
