import Foundation

/// Whether a job is within its limits.
///
/// Memory is the resident memory of the worker and all that it started, looked at every 20 ms by the
/// harness, which then kills the group: so an over-limit cell is told apart from every other death.
/// An address-space limit is not used: mapped files and thread stacks count there, and a refused
/// allocation ends in an abort like any other. Two other ends mean the same: the kernel killed for
/// want of memory, and the Swift runtime gave up on one allocation too large for the machine.
extension WorkerSlot.Job {
  private static let secondsBetweenLooks = 0.02

  /// The limit that the job has gone over, if any.
  mutating func breach(of worker: WorkerProcess) -> WorkFailure? {
    if start.secondsUntilNow > limits.wallSeconds {
      return .timedOut(limitSeconds: limits.wallSeconds)
    }
    guard lastLook.secondsUntilNow > Self.secondsBetweenLooks else { return nil }
    lastLook = .now
    let usage = ProcessUsage(ofTreeAt: worker.process.identifier)
    seenMebibytes = max(seenMebibytes, usage.residentMebibytes)
    if usage.residentMebibytes > limits.memoryMebibytes {
      return .outOfMemory(
        "used \(Int(usage.residentMebibytes)) MiB of \(Int(limits.memoryMebibytes)) MiB allowed")
    }
    let used = usage.processorSeconds - processorBefore
    if used > limits.processorSeconds {
      return .usedUpProcessor(seconds: used, limitSeconds: limits.processorSeconds)
    }
    return nil
  }

  /// What the death of the worker amid the job means.
  func failure(_ exit: ChildExit, log: String) -> WorkFailure {
    if exit == .signalled(SIGKILL), ProcessUsage.kernelKills() > killsBefore {
      return .outOfMemory("the kernel killed the worker because the machine ran out of memory")
    }
    if case .signalled = exit, let line = log.split(separator: "\n").last(where: isRefusal) {
      return .outOfMemory("one allocation was too large for the machine: \(line)")
    }
    return .died(exit)
  }

  /// The words of the Swift runtime when it gets no memory, before it aborts.
  private func isRefusal(_ line: Substring) -> Bool {
    line.contains("failed to allocate") && line.contains("bytes of memory")
  }
}
