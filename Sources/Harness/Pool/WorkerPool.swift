import Experiment
import ExternalModels
import Foundation

/// Warm workers and the one loop that serves them.
///
/// Everything happens on the calling thread: descriptors are polled, limits are looked at every
/// `tick`, the observer is told. A worker serves many cells; after a failure, when it has grown, or
/// when it left processes behind, its place gets a fresh one.
final class WorkerPool {
  private static let tickMilliseconds: Int32 = 20

  let program: WorkerProgram
  let settings: PoolSettings
  let groups: ControlGroups?
  let control: RunControl
  private let scratch: ScratchFolders
  var slots: [WorkerSlot]
  private var items: [WorkItem] = []
  var queue = WorkQueue()
  private var reports: [WorkReport] = []
  private var load = LoadMeter()
  private var kernelKills = (count: 0, time: ContinuousClock.now - .seconds(60))
  var earlyDeaths = 0

  init(_ program: WorkerProgram, settings: PoolSettings, control: RunControl) {
    self.program = program
    self.settings = settings
    self.control = control
    groups = ControlGroups()
    scratch = ScratchFolders(in: settings.temporaryFolder)
    slots = settings.processors.places(for: settings.jobs).map { WorkerSlot(place: $0) }
  }

  convenience init(_ program: WorkerProgram, options: RunOptions, control: RunControl) {
    self.init(program, settings: PoolSettings(options), control: control)
  }

  deinit {
    for index in slots.indices {
      slots[index].worker?.end()
      groups?.remove(index)
    }
  }

  /// How workers are placed, as facts of the run's environment.
  var facts: [String: String] { settings.facts(groups: groups) }

  /// Runs `items` in their order, as far as they fit beside one another, and returns when all have come to
  /// an end, or the run is cancelled: then what ran is reported as cancelled and the rest is not reported.
  func run(_ items: [WorkItem], _ observer: WorkObserver) throws {
    self.items = items
    queue = WorkQueue(count: items.count)
    defer { abandonJobs() }
    while !control.isCancelled, queue.count > 0 || slots.contains(where: { $0.job != nil }) {
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

  /// Runs an item once more after its report; it is the next.
  func runAgain(_ item: Int) { queue.putBack(item) }

  /// Corrects what is expected of items.
  func expect(mebibytes: Double, of changed: some Sequence<Int>) {
    for item in changed { items[item].expectedMebibytes = mebibytes }
  }

  private func handOut(_ observer: WorkObserver) throws {
    for index in slots.indices where slots[index].job == nil && queue.count > 0 {
      if let worker = slots[index].worker {
        guard worker.isReady, let item = nextItem(for: index, observer) else { continue }
        try begin(item, at: index, worker, observer)
      } else if slots.count(where: { $0.worker?.isReady == false }) < queue.count,
        queue.has(where: { fits($0, at: index) })
      {
        try startWorker(at: index)
      }
    }
  }

  /// The next item that fits in a slot; those before it that are not wanted any more are left out, so that
  /// nobody waits for one of them to fit.
  private func nextItem(for slot: Int, _ observer: WorkObserver) -> Int? {
    while let first = queue.first, !observer.isWanted(first) { queue.dropFirst() }
    while let item = queue.take(where: { fits($0, at: slot) }) {
      if observer.isWanted(item) { return item }
    }
    return nil
  }

  /// Whether an item may run in `slot` beside what runs now; alone everything may.
  private func fits(_ item: Int, at slot: Int) -> Bool {
    let jobs = slots.compactMap(\.job)
    if jobs.isEmpty { return true }
    if items[item].company == .alone { return false }
    if jobs.contains(where: { items[$0.item].company == .alone }) { return false }
    let running = jobs.map { items[$0.item].expectedMebibytes }.reduce(0, +)
    let resting = slots.indices.filter { $0 != slot && slots[$0].job == nil }
      .map { slots[$0].restingMebibytes }.reduce(0, +)
    return running + resting + items[item].expectedMebibytes <= settings.roomMebibytes
  }

  private func begin(
    _ item: Int, at slot: Int, _ worker: WorkerProcess, _ observer: WorkObserver
  ) throws {
    worker.log = LogBuffer()
    let limits = items[item].limits
    let usage = ProcessUsage(ofTreeAt: worker.process.identifier)
    let (request, folder) = try prepared(items[item].request, slot)
    worker.limitFiles(toMebibytes: limits.diskMebibytes)
    groups?.limit(slot, memoryMebibytes: limits.memoryMebibytes, processes: limits.processes)
    if queue.isNews(item) { try observer.started(item, slot) }
    slots[slot].job = Job(
      item: item, limits: limits, scratch: folder, start: .now,
      concurrent: slots.count { $0.job != nil } + 1,
      before: Job.Before(
        userSeconds: usage.userSeconds, systemSeconds: usage.systemSeconds,
        kernelKills: countKernelKills(), load: load.reading(workers: liveWorkers)))
    // A worker that died while it was idle is noticed by the end of its line.
    _ = worker.send(try Frame.encoded(request))
  }

  /// What the job of a slot asked for.
  func request(of job: Job) -> WorkerRequest { items[job.item].request }

  /// The request with a folder for the cell's files, and that folder's path.
  private func prepared(_ request: WorkerRequest, _ slot: Int) throws -> (WorkerRequest, String) {
    func folder(_ order: inout CellOrder) throws -> String {
      let folder = try scratch.folder(for: slot)
      order.scratch = folder
      return folder.path
    }
    switch request {
    case .cell(var order):
      let path = try folder(&order)
      return (.cell(order), path)
    case .selfTest(var order):
      let path = try folder(&order)
      return (.selfTest(order), path)
    case .part: return (request, "")
    }
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

  /// Ends the job in a slot: its report waits to be delivered, its folder is removed.
  func report(
    _ index: Int, _ worker: WorkerProcess, _ result: Result<WorkerReply, WorkFailure>
  ) {
    guard let job = slots[index].job else { return }
    let foreign = load.foreignLoad(since: job.before.load, workers: liveWorkers)
    reports.append(
      WorkReport(
        item: job.item, slot: index, result: result,
        use: ResourceUse(
          wallSeconds: job.start.secondsUntilNow, userSeconds: job.seen.userSeconds,
          systemSeconds: job.seen.systemSeconds, peakMebibytes: job.seen.mebibytes,
          concurrentCells: job.concurrent, foreignLoad: foreign),
        log: worker.log.text))
    if !job.scratch.isEmpty { scratch.clear(index) }
    slots[index].job = nil
  }

  /// Turns the success of a slot's last piece of work, as long as nobody has been told of it, into a
  /// failure; whether there was one.
  func revoke(lastOf index: Int, _ failure: WorkFailure) -> Bool {
    guard let place = reports.lastIndex(where: { $0.slot == index }),
      case .success = reports[place].result
    else { return false }
    reports[place].result = .failure(failure)
    return true
  }

  private func deliver(_ observer: WorkObserver) throws {
    let finished = reports
    reports = []
    for report in finished { try observer.finished(report) }
  }

  private func cancelJobs() {
    for index in slots.indices where slots[index].job != nil {
      guard let worker = slots[index].worker else { continue }
      endWorker(at: index)
      worker.receiveLog()
      report(index, worker, .failure(.cancelled))
    }
  }

  /// After an error of the observer (a full disk) nothing may go on running.
  private func abandonJobs() {
    for index in slots.indices where slots[index].job != nil {
      endWorker(at: index)
      scratch.clear(index)
      slots[index].job = nil
    }
  }

  private var liveWorkers: [pid_t] { slots.compactMap(\.worker?.process.identifier) }

  /// The kernel's count of memory kills, not older than a second.
  private func countKernelKills() -> Int {
    if kernelKills.time.secondsUntilNow > 1 { kernelKills = (KernelKills.count(), .now) }
    return kernelKills.count
  }
}
