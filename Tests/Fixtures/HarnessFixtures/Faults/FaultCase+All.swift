import Experiment

extension FaultCase {
  /// Every way in which a model inside a worker is known to misbehave.
  package static let all = saying + ending + usingUp + meddling + leaving

  private static let saying = [
    FaultCase(.throwing, .failed([.raised], reason: "the loss went away")),
    FaultCase(.throwingOddText, .failed([.raised], reason: "odd ")),
    FaultCase(.throwsLate, .failed([.raised], reason: "the answer went away")),
    FaultCase(.unmet, .failed([.unmetRequirement], reason: "it needs a moon")),
    FaultCase(.notFinite, .failed([.diverged], reason: "error: not finite")),
    FaultCase(.infinite, .failed([.diverged], reason: "error: not finite")),
    FaultCase(.partlyNotFinite, .done),
    FaultCase(.wrongShape, .failed([.wrongShape], reason: "y has the shape [1, 1]")),
  ]

  private static let ending = [
    FaultCase(.abort, .failed([.aborted], reason: "SIGABRT (it aborted)")),
    FaultCase(.illegalInstruction, .failed([.aborted], reason: "SIGILL")),
    FaultCase(.trap, .failed([.aborted], reason: "SIGTRAP")),
    FaultCase(.segmentationFault, .failed([.segmentationFault], reason: "SIGSEGV")),
    FaultCase(.busError, .failed([.segmentationFault], reason: "SIGBUS")),
    FaultCase(.arithmetic, .failed([.signalled], reason: "SIGFPE")),
    FaultCase(.exitsWell, .failed([.exited], reason: "exited with code 0 before it answered")),
    FaultCase(.exits, .failed([.exited], reason: "exited with code 7 before it answered")),
    FaultCase(.killed, .failed([.killed], reason: "SIGKILL (killed from outside)")),
    FaultCase(.terminated, .failed([.killed], reason: "SIGTERM (asked to end)")),
    FaultCase(.stopped, overTime).within(seconds: 1),
  ]

  private static let usingUp = [
    FaultCase(.sleeping, overTime).within(seconds: 1),
    FaultCase(.spinning, overTime).within(seconds: 1),
    FaultCase(
      .spinningOnThreads, .failed([.usedUpProcessor, .timedOut], reason: "limit")
    ).within(seconds: 2),
    FaultCase(.hungry, .failed([.outOfMemory], reason: "MiB of 300 MiB allowed"))
      .within(memory: 300),
    FaultCase(
      .absurdAllocation, .failed([.outOfMemory], reason: "too large for the machine")),
    FaultCase(.overPool, .failed([.outOfMemory], reason: "exceeds the limit of 1000 bytes")),
    FaultCase(.multiplying, .failed([.outOfMemory], reason: "allowed")),
    FaultCase(.endlessOutput, overTime).within(seconds: 1),
    FaultCase(.largeFile, .failed([.usedUpDisk], reason: "more than the 2 MiB allowed"))
      .within(disk: 2),
    FaultCase(.manyFiles, .failed([.usedUpDisk], reason: "MiB of 20 MiB allowed"))
      .within(disk: 20),
  ]

  private static let meddling = [
    FaultCase(.garbage, .failed([.brokeProtocol], reason: "message of")),
    FaultCase(.cutFrame, overTime).within(seconds: 1),
    FaultCase(.hugeFrame, .failed([.brokeProtocol], reason: "4294967295 bytes is announced")),
    FaultCase(.unaskedAnswer, .failed([.brokeProtocol], reason: "what was not asked")),
    FaultCase(.secondAnswer, .done), FaultCase(.closesStreams, .done),
    FaultCase(.changesFolder, .done), FaultCase(.removesScratch, .done),
    FaultCase(.locksScratch, .done),
  ]

  private static let leaving = [
    FaultCase(.grandchildren, .failed([.segmentationFault], reason: "SIGSEGV")),
    FaultCase(.leaves, .done), FaultCase(.zombies, .done),
    FaultCase(.daemon, .failed([.segmentationFault], reason: "SIGSEGV")),
    FaultCase(.heldLine, .failed([.segmentationFault], reason: "SIGSEGV")),
  ]

  private static let overTime = End.failed([.timedOut], reason: "over the wall-clock limit of 1 s")
}
