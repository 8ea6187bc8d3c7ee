import ExternalModels
import Foundation

/// The processor as the kernel describes it.
struct ProcessorFacts {
  let model: String
  let instructions: String

  /// From `/proc/cpuinfo`.
  static func current() -> ProcessorFacts {
    ProcessorFacts(description: ProcFile.text("/proc/cpuinfo"))
  }

  /// From the text of `/proc/cpuinfo`.
  init(description: String) {
    var fields: [String: String] = [:]
    for line in description.split(separator: "\n").prefix(while: { !$0.isEmpty }) {
      let parts = line.split(separator: ":", maxSplits: 1)
      let name = parts[0].trimmingCharacters(in: .whitespaces)
      guard parts.count == 2, fields[name] == nil else { continue }
      fields[name] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    model = fields["model name"] ?? "unknown"
    instructions = Self.level(Set((fields["flags"] ?? "").split(separator: " ").map(String.init)))
  }

  /// The levels of the x86-64 psABI, by the flags that tell one from the next.
  private static func level(_ flags: Set<String>) -> String {
    let levels: [(String, Set<String>)] = [
      ("x86-64-v4", ["avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"]),
      ("x86-64-v3", ["avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe"]),
      ("x86-64-v2", ["cx16", "popcnt", "sse4_1", "sse4_2", "ssse3"]),
    ]
    if let level = levels.first(where: { $0.1.isSubset(of: flags) }) { return level.0 }
    #if arch(x86_64)
      return "x86-64"
    #else
      return "aarch64"
    #endif
  }
}
