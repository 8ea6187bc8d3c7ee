import Experiment
import Foundation
import GRDB

extension ResultStore {
  /// Brings the runs, cells, attempts, numbers and files of other stores into this one.
  ///
  /// Each store is one transaction. What is here already is left alone, so that the same store twice
  /// changes nothing; the order of the stores does not matter. Afterwards runs are numbered by when
  /// they began, and each cell stands where it would stand had one store seen all its attempts.
  /// The store's lock is taken meanwhile: the caller must not hold it.
  /// - Parameter shards: Their files. Older forms are read as they are; nothing is written to them.
  /// - Returns: What came from each store.
  /// - Throws: `AssayError` when a store is missing, damaged, foreign, newer, or being written, and
  ///   (`badInput`) when it has other results for a key that is done here too. Nothing of that store
  ///   is merged then; those before it stay.
  public func merge(_ shards: [String]) throws -> MergeReport {
    let lock = try StoreLock.acquireNow(path: path, holder: "a merge of process \(getpid())")
    return try withExtendedLifetime(lock) {
      try refuseReplacement()
      try refuseDamage()
      return MergeReport(shards: try shards.map { try merge(shard: $0) })
    }
  }

  private func merge(shard: String) throws -> MergeReport.Shard {
    guard FileIdentity(of: shard) != identity else {
      throw AssayError(
        .badInput, where: shard, found: "the store itself", expected: "another store",
        remedy: "leave it out")
    }
    let lock = try StoreLock.share(path: shard)
    return try withExtendedLifetime(lock) {
      let source = try ResultStore(path: shard, access: .readOnly)
      try source.refuseDamage()
      return try source.read { from in
        if let fault = try ContentCheck.faults(in: source, from).first {
          throw AssayError(
            .storeDamaged, where: shard, found: fault.sentence, expected: "a sound store",
            remedy: "mend it with `assay doctor --repair`; nothing of this store was merged")
        }
        return try write { into in try ShardMerge(source, from, into: self, into).run() }
      }
    }
  }
}
