import Experiment
import ExternalModels
import Foundation

/// What becomes of what workers say, do and suffer.
extension WorkerPool {
  private static let secondsToStart = 60.0
  private static let secondsToEnd = 0.5
  /// How much deaths before the hello may weigh: those by a hand from outside weigh 1.
  private static let deathsBeforeHello = 24
  private static let weightOfOwnDeath = 8

  func startWorker(at index: Int) throws {
    let worker = try WorkerProcess(
      program, threads: settings.threads, place: slots[index].place)
    groups?.take(worker.process.identifier, slot: index)
    slots[index].worker = worker
    slots[index].restingMebibytes = 0
    slots[index].startedAt = .now
  }

  /// Takes in what the worker of a slot has said since the last look, and looks at its limits.
  func serve(_ index: Int, _ observer: WorkObserver) throws {
    guard let worker = slots[index].worker else { return }
    worker.receiveLog()
    for arrival in worker.receive() {
      switch arrival {
      case .reply(let reply): try take(reply, at: index, observer)
      case .garbage(let text): try fail(index, .brokeProtocol(text))
      case .end: try end(index)
      }
      if slots[index].worker !== worker { return }
    }
    try checkLimits(index)
  }

  private func take(_ reply: WorkerReply, at index: Int, _ observer: WorkObserver) throws {
    guard let worker = slots[index].worker else { return }
    switch (reply, slots[index].job) {
    case (.hello(let version), nil) where !worker.isReady:
      guard version == WorkerReply.version else {
        throw unusable("\(WireError.otherVersion(version))")
      }
      worker.isReady = true
      earlyDeaths = 0
    case (.stage(let stage), let job?):
      slots[index].job?.hasBegun = true
      observer.stage(job.item, index, stage)
    case (.raised(let failure), _?): finish(index, .failure(.raised(failure)))
    case (_, let job?) where Self.answers(reply, request(of: job), job):
      finish(index, .success(reply))
    default: try fail(index, .brokeProtocol("\(WireError.unexpected)"))
    }
  }

  /// Whether a reply is one to the request. The answer to a cell comes after its stages: without them it is
  /// a second one to the question before.
  private static func answers(
    _ reply: WorkerReply, _ request: WorkerRequest, _ job: Job
  ) -> Bool {
    switch (reply, request) {
    case (.outcome, .cell): job.hasBegun
    case (.partMade, .part), (.selfTested, .selfTest): true
    default: false
    }
  }

  private func checkLimits(_ index: Int) throws {
    guard let worker = slots[index].worker else { return }
    if slots[index].job != nil {
      if let breach = slots[index].job?.breach(of: worker) {
        try fail(index, breach)
      } else if slots[index].job?.seen.isOver == true {
        // Somebody holds the line of a dead worker open.
        try end(index)
      }
    } else if !worker.isReady, slots[index].startedAt.secondsUntilNow > Self.secondsToStart {
      throw unusable("it said nothing for \(Int(Self.secondsToStart)) s")
    }
  }

  /// The worker's line ended: it died.
  private func end(_ index: Int) throws {
    guard let worker = slots[index].worker else { return }
    // A worker that closed its line and lives on is as good as dead.
    let hadEnded = worker.hasEnded(withinSeconds: Self.secondsToEnd)
    let exit = endWorker(at: index)
    worker.receiveLog()
    guard let job = slots[index].job else {
      if !worker.isReady { earlyDeaths += exit == .signalled(SIGKILL) ? 1 : Self.weightOfOwnDeath }
      if earlyDeaths >= Self.deathsBeforeHello { throw unusable(worker.log.text) }
      return
    }
    if worker.hasServed && !job.hasBegun {
      handBack(index, job)
    } else if hadEnded {
      let failure =
        isPartOfCancelling(exit) ? .cancelled : job.failure(exit, log: worker.log.text)
      report(index, worker, .failure(failure))
    } else {
      report(index, worker, .failure(.brokeProtocol("it closed its line")))
    }
  }

  /// Whether a worker's death by a polite signal is the beginning of the end of the whole run: who stops all
  /// processes of a job at once may reach the worker first.
  private func isPartOfCancelling(_ exit: ProcessEnd) -> Bool {
    guard exit == .signalled(SIGTERM) || exit == .signalled(SIGINT) else { return false }
    return control.isCancelled(withinSeconds: Self.secondsToEnd)
  }

  /// The worker did what it may not; without work under way it is only replaced, once it has served.
  private func fail(_ index: Int, _ failure: WorkFailure) throws {
    guard let worker = slots[index].worker else { return }
    slots[index].job?.note(ProcessUsage(ofTreeAt: worker.process.identifier))
    endWorker(at: index)
    worker.receiveLog()
    guard let job = slots[index].job else {
      if !worker.hasServed { throw unusable(failure.reason) }
      _ = revoke(lastOf: index, failure)
      return
    }
    if case .brokeProtocol = failure, worker.hasServed {
      // What an earlier cell left running in the worker may have said it; a fresh one tells.
      if !job.hasBegun { _ = revoke(lastOf: index, failure) }
      handBack(index, job)
    } else {
      report(index, worker, .failure(failure))
    }
  }

  /// What ended the worker was not this job, which it had not taken up: a fresh worker gets it.
  private func handBack(_ index: Int, _ job: Job) {
    queue.handBack(job.item)
    slots[index].job = nil
  }

  /// An answer came: keeps the worker if it is as good as new.
  private func finish(_ index: Int, _ result: Result<WorkerReply, WorkFailure>) {
    guard let worker = slots[index].worker, let job = slots[index].job else { return }
    worker.receiveLog()
    worker.hasServed = true
    let usage = ProcessUsage(ofTreeAt: worker.process.identifier)
    slots[index].job?.note(usage)
    report(index, worker, result)
    slots[index].restingMebibytes = usage.residentMebibytes
    let hasGrown = usage.residentMebibytes > job.limits.memoryMebibytes / 2
    guard case .success = result, !hasGrown, usage.members.count == 1, !worker.isStrange else {
      endWorker(at: index, family: Set(usage.members.dropFirst()))
      return
    }
  }

  /// Ends a worker with all that it started; its processor time goes to the job under way.
  @discardableResult
  func endWorker(at index: Int, family: Set<pid_t> = []) -> ProcessEnd {
    guard let worker = slots[index].worker else { return .exited(0) }
    groups?.kill(index)
    let end = worker.end(family: family.union(slots[index].job?.seen.family ?? []))
    slots[index].job?.note(
      userSeconds: end.use.userSeconds, systemSeconds: end.use.systemSeconds)
    slots[index].worker = nil
    slots[index].restingMebibytes = 0
    return end.exit
  }

  private func unusable(_ found: String) -> AssayError {
    AssayError(
      .badInput, where: program.executable.path, found: "it cannot serve as a worker: \(found)",
      expected: "a program that answers the worker protocol", remedy: "use the `assay` program")
  }
}
