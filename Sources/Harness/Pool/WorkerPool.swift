import Experiment
import Foundation

/// Warm workers and the one loop that serves them.
///
/// Everything happens on the calling thread: descriptors are polled, limits are looked at every
/// `tick`, the observer is told. A worker serves many cells; after a failure, when it has grown, or
/// when it left processes behind, its place gets a fresh one.
final class WorkerPool {
  private static let tickMilliseconds: Int32 = 20
  private static let secondsToStart = 60.0
  private static let deathsBeforeHello = 3

  private let program: WorkerProgram
  private let threads: Int
  private let control: RunControl
  private var slots: [WorkerSlot]
  private var items: [WorkItem] = []
  private var next = 0
  private var again: [Int] = []
  private var reports: [WorkReport] = []
  private var earlyDeaths = 0

  init(_ program: WorkerProgram, jobs: Int, threads: Int, control: RunControl) {
    self.program = program
    self.threads = threads
    self.control = control
    slots = (0..<jobs).map { _ in WorkerSlot() }
  }

  deinit { endWorkers() }

  /// Runs `items` in their order and returns when all have come to an end, or the run is cancelled:
  /// then what ran is reported as cancelled and the rest is not reported at all.
  func run(_ items: [WorkItem], _ observer: WorkObserver) throws {
    self.items = items
    (next, again) = (0, [])
    defer { abandonJobs() }
    while !control.isCancelled, waiting > 0 || slots.contains(where: { $0.job != nil }) {
      try handOut(observer)
      wait()
      for index in slots.indices { try serve(index, observer) }
      // Work is handed out before reports are stored, so that no core waits for the disk.
      if !reports.isEmpty { try handOut(observer) }
      try deliver(observer)
    }
    if control.isCancelled { cancelJobs() }
    try deliver(observer)
  }

  /// Items that no worker has.
  private var waiting: Int { items.count - next + again.count }

  private func handOut(_ observer: WorkObserver) throws {
    for index in slots.indices where slots[index].job == nil && waiting > 0 {
      if let worker = slots[index].worker {
        if worker.isReady { try begin(at: index, worker, observer) }
      } else if slots.count(where: { $0.worker?.isReady == false }) < waiting {
        slots[index].worker = try WorkerProcess(program, threads: threads)
        slots[index].startedAt = .now
      }
    }
  }

  private func begin(at slot: Int, _ worker: WorkerProcess, _ observer: WorkObserver) throws {
    worker.log = LogBuffer()
    let item = again.popLast() ?? next
    if item == next {
      next += 1
      try observer.started(item, slot)
    }
    let busy = slots.count { $0.job != nil }
    slots[slot].job = WorkerSlot.Job(
      item: item, limits: items[item].limits, start: .now, concurrent: busy + 1,
      processorBefore: ProcessUsage(ofTreeAt: worker.process.identifier).processorSeconds,
      killsBefore: ProcessUsage.kernelKills())
    // A worker that died while it was idle is noticed by the end of its line.
    _ = worker.send(try Frame.encoded(items[item].request))
  }

  private func wait() {
    var descriptors = [pollfd(fd: control.wakeDescriptor, events: Int16(POLLIN), revents: 0)]
    for worker in slots.compactMap(\.worker) {
      for descriptor in [worker.line, worker.logLine] {
        descriptors.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0))
      }
    }
    poll(&descriptors, nfds_t(descriptors.count), Self.tickMilliseconds)
  }

  private func serve(_ index: Int, _ observer: WorkObserver) throws {
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
    case (.raised(let failure), _?): finish(index, .failure(.raised(failure.reason)))
    case (.outcome, _?), (.partMade, _?), (.selfTested, _?): finish(index, .success(reply))
    default: try fail(index, .brokeProtocol("\(WireError.unexpected)"))
    }
  }

  private func checkLimits(_ index: Int) throws {
    guard let worker = slots[index].worker else { return }
    if slots[index].job != nil {
      if let breach = slots[index].job?.breach(of: worker) { try fail(index, breach) }
    } else if !worker.isReady, slots[index].startedAt.secondsUntilNow > Self.secondsToStart {
      throw unusable("it said nothing for \(Int(Self.secondsToStart)) s")
    }
  }

  /// The worker's line ended: it died.
  private func end(_ index: Int) throws {
    guard let worker = slots[index].worker else { return }
    // A worker that closed its line and lives on is as good as dead.
    let exit = worker.end()
    worker.receiveLog()
    guard let job = slots[index].job else {
      slots[index].worker = nil
      if !worker.isReady { earlyDeaths += 1 }
      if earlyDeaths >= Self.deathsBeforeHello { throw unusable(worker.log.text) }
      return
    }
    slots[index].worker = nil
    if worker.hasServed && !job.hasBegun {
      // What killed it was not this job, which it had not taken up: a fresh worker gets it.
      again.append(job.item)
      slots[index].job = nil
    } else {
      report(index, worker, .failure(job.failure(exit, log: worker.log.text)))
    }
  }

  private func fail(_ index: Int, _ failure: WorkFailure) throws {
    guard let worker = slots[index].worker else { return }
    worker.end()
    worker.receiveLog()
    if slots[index].job == nil { throw unusable(failure.reason) }
    report(index, worker, .failure(failure))
    slots[index].worker = nil
  }

  /// An answer came: keeps the worker if it is as good as new.
  private func finish(_ index: Int, _ result: Result<WorkerReply, WorkFailure>) {
    guard let worker = slots[index].worker, let job = slots[index].job else { return }
    worker.receiveLog()
    worker.hasServed = true
    report(index, worker, result)
    let usage = ProcessUsage(ofTreeAt: worker.process.identifier)
    let hasGrown = usage.residentMebibytes > job.limits.memoryMebibytes / 2
    let leftProcesses = !ProcessUsage.descendants(of: worker.process.identifier).isEmpty
    guard case .success = result, !hasGrown, !leftProcesses else {
      worker.end()
      slots[index].worker = nil
      return
    }
  }

  private func report(
    _ index: Int, _ worker: WorkerProcess, _ result: Result<WorkerReply, WorkFailure>
  ) {
    guard let job = slots[index].job else { return }
    reports.append(
      WorkReport(
        item: job.item, slot: index, result: result, seconds: job.start.secondsUntilNow,
        seenMebibytes: job.seenMebibytes, concurrent: job.concurrent, log: worker.log.text))
    slots[index].job = nil
  }

  private func deliver(_ observer: WorkObserver) throws {
    let finished = reports
    reports = []
    for report in finished { try observer.finished(report) }
  }

  private func cancelJobs() {
    for index in slots.indices where slots[index].job != nil {
      guard let worker = slots[index].worker else { continue }
      worker.end()
      worker.receiveLog()
      report(index, worker, .failure(.cancelled))
      slots[index].worker = nil
    }
  }

  /// After an error of the observer (a full disk) nothing may go on running.
  private func abandonJobs() {
    for index in slots.indices where slots[index].job != nil {
      slots[index].worker?.end()
      slots[index].worker = nil
      slots[index].job = nil
    }
  }

  private func endWorkers() {
    for slot in slots { slot.worker?.end() }
  }

  private func unusable(_ found: String) -> AssayError {
    AssayError(
      .badInput, where: program.executable.path, found: "it cannot serve as a worker: \(found)",
      expected: "a program that answers the worker protocol", remedy: "use the `assay` program")
  }
}
