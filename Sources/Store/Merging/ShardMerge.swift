import Experiment
import GRDB

/// One store's way into another, inside a transaction of the latter.
struct ShardMerge {
  private let source: ResultStore
  private let target: ResultStore
  private let from: Database
  private let into: Database
  private var report: MergeReport.Shard

  init(_ source: ResultStore, _ from: Database, into target: ResultStore, _ into: Database) {
    self.source = source
    self.target = target
    self.from = from
    self.into = into
    report = MergeReport.Shard(path: source.path)
  }

  func run() throws -> MergeReport.Shard {
    var merge = self
    try merge.bringAll()
    return merge.report
  }

  private mutating func bringAll() throws {
    // Numbers of runs change under the rows that refer to them; the end of the transaction checks.
    try into.execute(sql: "PRAGMA defer_foreign_keys = ON")
    try ResultStore.sweep(into)
    let catalogue = try CatalogueMerge(from, into: into)
    let runs = try RunMerge(from, into: into, suites: catalogue.suites)
    report.runs = runs.added
    let cells = try CellMerge(from, into: into, catalogue, runs, shard: source.path)
    report.cells = cells.added
    let attempts = try AttemptMerge(from, into: into, cells: cells.numbers, runs: runs.numbers)
    try ResultConflicts(source, from, target, into).refuse(attempts.pending)
    report.files = try bringFiles()
    for attempt in attempts.pending { try attempts.bring(attempt) }
    report.attempts = attempts.pending.count
    try cells.settle()
    try bringComparisons()
  }

  private func bringFiles() throws -> Int {
    var added = 0
    for hash in try String.fetchAll(from, sql: "SELECT DISTINCT hash FROM artifact ORDER BY hash") {
      if target.artifacts.fault(hash) == nil { continue }
      if let fault = source.artifacts.fault(hash) {
        throw AssayError(
          .storeDamaged, where: source.path,
          found: "the artifact \(source.artifacts.url(hash).path) \(fault)",
          expected: "the file that the store names",
          remedy: "mend it with `assay doctor --repair`; nothing of this store was merged")
      }
      target.artifacts.remove(hash)
      _ = try target.artifacts.keep(try source.artifacts.content(hash))
      added += 1
    }
    return added
  }

  private func bringComparisons() throws {
    for row in try Row.fetchAll(from, sql: "SELECT name, hash, compared FROM baseline") {
      try into.execute(
        sql: """
          INSERT INTO baseline VALUES (?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, compared = excluded.compared
          WHERE (excluded.compared, excluded.hash) > (baseline.compared, baseline.hash)
          """, arguments: StatementArguments(row.databaseValues))
    }
  }
}
