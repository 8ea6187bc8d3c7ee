import ExternalModels
import Foundation
import Harness

/// What a timing depends on.
struct MachineFacts {
  /// The BLAS kernels in use.
  let kernels: String

  init() {
    let facts = EnvironmentProbe.record(
      environment: ProcessInfo.processInfo.environment, threads: 1
    ).facts
    kernels = facts["blas-core"] ?? "unknown"
  }

  /// The load average over one minute, now.
  var load: String {
    ProcFile.text("/proc/loadavg").split(separator: " ").first.map(String.init) ?? "unknown"
  }
}
