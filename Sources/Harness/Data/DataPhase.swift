import Experiment
import Foundation
import Planning

/// Brings all data of a plan into place before its cells run.
struct DataPhase {
  /// Locations by dataset identifier, and for datasets that could not be made the reason.
  struct Outcome {
    var locations: [String: DataLocation] = [:]
    var problems: [String: String] = [:]
    /// Datasets for whose parts the time of the run was not enough.
    var untimely: Set<String> = []
  }

  private static let leastRetries = 3

  private let cache: DataCache
  private let imported: [String: URL]
  private let pool: WorkerPool
  private let events: (RunEvent) -> Void
  private let allowance: Allowance
  /// How often a part is made again whose worker was killed from outside: as often as a cell is run again.
  private let retries: Int

  init(
    of plan: Plan, _ options: RunOptions, pool: WorkerPool, allowance: Allowance = .none,
    events: @escaping (RunEvent) -> Void
  ) {
    cache = options.data.cache
    imported = options.importedData
    self.pool = pool
    self.events = events
    self.allowance = allowance
    let asked = options.attempts.retries ?? plan.cells.map(\.budget.retries).max() ?? 0
    retries = max(asked, Self.leastRetries)
  }

  /// Finds or makes every dataset; stops early when the run is cancelled.
  func run(_ requests: [DataRequest], control: RunControl) throws -> Outcome {
    var outcome = Outcome()
    for request in requests where !control.isCancelled {
      let name = request.dataset.identifier
      do {
        outcome.locations[name] = try location(request)
      } catch is NoTime {
        outcome.untimely.insert(name)
      } catch let problem as PartsMissing {
        outcome.problems[name] = problem.reason
      }
    }
    return outcome
  }

  private struct PartsMissing: Error {
    let reason: String
  }

  private struct NoTime: Error {}

  private func location(_ request: DataRequest) throws -> DataLocation {
    let dataset = request.dataset
    if let folder = imported[dataset.benchmark] {
      events(
        .dataset(
          identifier: dataset.identifier, parts: dataset.parts.count, missing: 0,
          origin: .imported))
      let own = ImportedFolder(folder: folder, cache: cache.folder)
      guard own.exists else {
        throw PartsMissing(reason: "the imported download has no folder \(folder.path)")
      }
      return try own.location()
    }
    if let supplied = dataset as? any SuppliedDataset { return try location(supplied) }
    for part in dataset.parts where !part.notGenerated.isEmpty {
      events(
        .partNotGenerated(
          dataset: dataset.identifier, part: part.path, reason: part.notGenerated))
    }
    let known = cache.location(of: dataset)
    let missing = known == nil ? cache.missingParts(of: dataset) : []
    events(
      .dataset(
        identifier: dataset.identifier, parts: dataset.parts.count, missing: missing.count,
        origin: .generated))
    tellFailures(of: dataset, besides: missing)
    if let known { return known }
    cache.clear(missing, of: dataset)
    try make(missing, request)
    return try cache.complete(dataset)
  }

  /// Real data where they are; without them the cells that need them are told why they do not run.
  private func location(_ dataset: any SuppliedDataset) throws -> DataLocation {
    do {
      let location = try cache.location(ofSupplied: dataset)
      events(
        .dataset(
          identifier: dataset.identifier, parts: 0, missing: 0, origin: location.origin))
      return location
    } catch let error as AssayError {
      throw PartsMissing(reason: error.description)
    }
  }

  /// Parts that are there as failed simulations are told at every run, like those never made.
  private func tellFailures(of dataset: any DatasetRecipe, besides missing: [DatasetPart]) {
    for part in dataset.parts where part.notGenerated.isEmpty && !missing.contains(part) {
      guard let failure = cache.failure(of: part, in: dataset) else { continue }
      events(
        .partNotGenerated(
          dataset: dataset.identifier, part: part.path, reason: failure.reason))
    }
  }

  private func make(_ parts: [DatasetPart], _ request: DataRequest) throws {
    let dataset = request.dataset
    let drafts = try parts.indices.map { try cache.draft(of: dataset, number: $0) }
    defer { for draft in drafts { try? FileManager.default.removeItem(at: draft) } }
    let items = zip(parts, drafts).map { part, draft in
      WorkItem(
        request: .part(PartOrder(task: request.task, part: part.path, folder: draft)),
        limits: WorkItem.Limits())
    }
    var finished = 0
    var problems: [String] = []
    var killed: [Int: Int] = [:]
    var leftOut = 0
    let isWanted = { [allowance] item in
      let isInTime = allowance.admits(item, expectedSeconds: parts[item].expectedSeconds)
      if !isInTime { leftOut += 1 }
      return isInTime
    }
    try pool.run(
      items,
      WorkObserver(started: { _, _ in }, stage: { _, _, _ in }, isWanted: isWanted) {
        [pool, retries] report in
        if case .failure(let failure) = report.result, failure.kind.isTransient,
          killed[report.item, default: 0] < retries
        {
          killed[report.item, default: 0] += 1
          try cache.empty(drafts[report.item])
          return pool.runAgain(report.item)
        }
        finished += 1
        var problem = ""
        switch report.result {
        case .success:
          try cache.keep(drafts[report.item], as: parts[report.item], of: dataset)
          // A failed simulation is a result: the other parts are data all the same.
          problem = cache.failure(of: parts[report.item], in: dataset)?.reason ?? ""
        case .failure(let failure):
          problem = failure.reason
          problems.append("\(parts[report.item].path): \(problem)")
        }
        events(
          .partFinished(
            dataset: dataset.identifier, part: parts[report.item].path, seconds: report.seconds,
            finished: finished, of: parts.count, problem: problem))
      })
    if problems.isEmpty, leftOut > 0 { throw NoTime() }
    if finished + leftOut < parts.count { problems.append("stopped by the user") }
    guard problems.isEmpty else {
      let count = problems.count == 1 ? "" : " (and \(problems.count - 1) more parts)"
      throw PartsMissing(
        reason: "its data could not be made: \(problems.sorted()[0])\(count)")
    }
  }
}
