import ExternalModels
import Foundation

/// Whether a job is within its limits.
///
/// Memory is the resident memory of the worker and all that it started, looked at every 20 ms by the
/// harness, which then kills the group: so an over-limit cell is told apart from every other death.
/// An address-space limit is not used: mapped files and thread stacks count there, and a refused
/// allocation ends in an abort like any other. Three other ends mean the same: the kernel killed for
/// want of memory, the Swift runtime gave up on one allocation too large for the machine, and a pool of
/// buffers refused one beyond its limit.
extension Job {
  private static let secondsBetweenLooks = 0.02
  private static let secondsBetweenDiskLooks = 0.5

  /// The limit that the job has gone over, if any.
  mutating func breach(of worker: WorkerProcess) -> WorkFailure? {
    if start.secondsUntilNow > limits.wallSeconds {
      return .timedOut(limitSeconds: limits.wallSeconds)
    }
    guard seen.lastLook.secondsUntilNow > Self.secondsBetweenLooks else { return nil }
    seen.lastLook = .now
    let usage = ProcessUsage(ofTreeAt: worker.process.identifier)
    note(usage)
    if usage.residentMebibytes > limits.memoryMebibytes {
      return .outOfMemory(
        "used \(Int(usage.residentMebibytes)) MiB of \(Int(limits.memoryMebibytes)) MiB allowed")
    }
    if usage.members.count > limits.processes {
      return .outOfMemory(
        "started \(usage.members.count) processes of \(limits.processes) allowed")
    }
    let used = seen.userSeconds + seen.systemSeconds
    if used > limits.processorSeconds {
      return .usedUpProcessor(seconds: used, limitSeconds: limits.processorSeconds)
    }
    return diskBreach()
  }

  private mutating func diskBreach() -> WorkFailure? {
    guard limits.diskMebibytes.isFinite, !scratch.isEmpty,
      seen.lastDiskLook.secondsUntilNow > Self.secondsBetweenDiskLooks
    else { return nil }
    seen.lastDiskLook = .now
    let used = FolderTree.mebibytes(of: scratch)
    guard used > limits.diskMebibytes else { return nil }
    return .usedUpDisk(
      "wrote \(Int(used)) MiB of \(Int(limits.diskMebibytes)) MiB allowed to its folder")
  }

  /// What the death of the worker amid the job means.
  func failure(_ exit: ProcessEnd, log: String) -> WorkFailure {
    if exit == .signalled(SIGKILL), KernelKills.count() > before.kernelKills {
      return .outOfMemory("the kernel killed the worker because the machine ran out of memory")
    }
    if exit == .signalled(SIGXFSZ) {
      return .usedUpDisk(
        "wrote a file of more than the \(Int(limits.diskMebibytes)) MiB allowed to all its files")
    }
    if case .signalled = exit, let refusal = Self.refusal(in: log) { return .outOfMemory(refusal) }
    return .died(exit)
  }

  /// What the last words of the Swift runtime, when it gets no memory, or of a pool of buffers, when it
  /// may not ask for it, mean; nil when there are none.
  static func refusal(in log: String) -> String? {
    for line in log.split(separator: "\n").reversed() {
      if line.contains("failed to allocate") && line.contains("bytes of memory") {
        return "one allocation was too large for the machine: \(line)"
      }
      if line.contains("a buffer of") && line.contains("exceeds the limit of") {
        return "one allocation was too large for the cell: \(line)"
      }
    }
    return nil
  }
}
