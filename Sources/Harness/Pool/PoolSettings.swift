import Foundation

/// What a pool of workers may use.
struct PoolSettings {
  /// Workers at the same time.
  let jobs: Int
  /// BLAS threads of each.
  let threads: Int
  /// The cores that they share.
  var processors = Processors.allowed()
  /// Memory that all of them together should stay below as far as one knows before, in MiB.
  var roomMebibytes = MachineMemory.room()
  /// Where the folders for files of cells under way are made.
  var temporaryFolder = FileManager.default.temporaryDirectory

  /// What `options` ask for.
  init(_ options: RunOptions) {
    self.init(jobs: options.jobs, threads: options.threads)
    temporaryFolder = options.temporaryFolder
  }

  /// At most `jobs` workers whose threads fit the cores.
  init(jobs: Int, threads: Int) {
    self.threads = threads
    self.jobs = max(1, min(jobs, processors.count / max(threads, 1)))
  }

  /// How workers are placed, as facts of the run's environment.
  func facts(groups: ControlGroups?) -> [String: String] {
    let places = processors.places(for: jobs).map(\.text)
    return [
      "affinity": places.joined(separator: "; "),
      "control-groups": groups == nil ? "none to be had" : "one for each worker",
      "memory-for-cells": roomMebibytes.isFinite ? "\(Int(roomMebibytes)) MiB" : "unknown",
    ]
  }
}
