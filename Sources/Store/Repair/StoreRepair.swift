import Experiment
import Foundation
import GRDB

/// The steps of a repair; the store's lock is held.
struct StoreRepair {
  private let path: String
  private let place: FileSystemKind

  init(_ path: String, on place: FileSystemKind) {
    self.path = path
    self.place = place
  }

  func run() throws -> RepairReport {
    var report = RepairReport()
    let wasCopied = DamagedCopy.exists(besides: path)
    let copy = try DamagedCopy(of: path)
    var isDamaged = false
    do {
      let doubtful = try mendFile(&report, &isDamaged)
      let store = try ResultStore(path: path, access: .readWrite, fileSystem: place)
      try ContentRepair(store).run(
        &report, doubtful: doubtful, isCopyKept: isDamaged || wasCopied)
    } catch {
      if !isDamaged { copy.remove() }
      throw error
    }
    if isDamaged || !report.lostCells.isEmpty {
      report.copy = copy.path
      report.actions.insert("the damaged file was kept as \(copy.path)", at: 0)
    } else {
      copy.remove()
    }
    return report
  }

  /// Makes the file a sound database, whatever is in it.
  /// - Returns: The attempts that may have lost numbers.
  private func mendFile(
    _ report: inout RepairReport, _ isDamaged: inout Bool
  ) throws -> Set<Int64> {
    if try isFilledUp() {
      isDamaged = true
      report.actions.append("the file was cut short: zeros stand for what is missing")
    }
    do {
      let problems = try openedProblems(&report)
      if problems.isEmpty { return [] }
      isDamaged = true
      if problems.allSatisfy(Self.isAboutIndex), try reindexed() {
        report.actions.append("the indices did not fit their tables and were made anew")
        return []
      }
    } catch let error as AssayError where error.kind == .storeDamaged {
      isDamaged = true
    }
    let salvage = try Salvage(path, on: place).run()
    report.actions.append("what could be read was brought into a new file")
    report.actions += salvage.actions
    return salvage.doubtful
  }

  /// Brings a file that was cut to the length that its header states; SQLite reads it only then.
  private func isFilledUp() throws -> Bool {
    guard let header = try StoreHeader(path: path), let size = FileIdentity.size(of: path) else {
      return false
    }
    let stated = header.pageCount * header.pageSize
    // No more than a file can have lost: a damaged header may state anything.
    let isLikely = stated <= max(2 * size, size + (1 << 26))
    return size < stated && isLikely && truncate(path, off_t(stated)) == 0
  }

  /// Brings log and form up to date and looks for damage.
  private func openedProblems(_ report: inout RepairReport) throws -> [String] {
    let version = try StoreHeader(path: path)?.version ?? 0
    let logged = FileIdentity.size(of: path + "-wal") ?? 0
    let store = try ResultStore(path: path, access: .readWrite, fileSystem: place)
    let problems = try store.outsideTransaction { db in
      _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      return try ResultStore.structureProblems(db)
    }
    if logged > 0 {
      report.actions.append("a write-ahead log of \(logged) bytes was brought into the file")
    }
    if problems.isEmpty && version < Schema.version {
      report.actions.append(
        "the form of the store was brought from version \(version) to \(Schema.version)")
    }
    return problems
  }

  /// Whether making indices anew can help: words of `PRAGMA integrity_check`.
  private static func isAboutIndex(_ problem: String) -> Bool {
    problem.contains("missing from index") || problem.contains("entries in index")
      || problem.hasPrefix("non-unique entry in index")
  }

  private func reindexed() throws -> Bool {
    let store = try ResultStore(path: path, access: .readWrite, fileSystem: place)
    return try store.outsideTransaction { db in
      try db.execute(sql: "REINDEX")
      return try ResultStore.structureProblems(db).isEmpty
    }
  }
}
