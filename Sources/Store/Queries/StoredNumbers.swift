import Experiment
import Foundation
import GRDB

/// The numbers of many attempts at once, by attempt; `attempts` is a JSON list of their ids.
enum StoredNumbers {
  static func measurements(_ attempts: String, _ db: Database) throws -> [Int64: [Experiment
    .Measurement]]
  {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT attempt_id, metric, split, evaluation, position, value, missing, sample_count, kind
        FROM measurement WHERE attempt_id IN (SELECT value FROM json_each(?))
        ORDER BY attempt_id, number
        """, arguments: [attempts])
    var found: [Int64: [Experiment.Measurement]] = [:]
    while let row = try rows.next() {
      let value: MeasuredValue = (row[5] as Double?).map { .value($0) } ?? .missing(row[6])
      found[row[0], default: []].append(
        Experiment.Measurement(
          metric: row[1], split: row[2], evaluation: row[3], position: row[4], value: value,
          sampleCount: row[7], kind: try StoredCell.word(row, "kind")))
    }
    return found
  }

  static func curves(_ attempts: String, _ db: Database) throws -> [Int64: [Curve]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT attempt_id, name, axis, positions, point_values FROM curve
        WHERE attempt_id IN (SELECT value FROM json_each(?)) ORDER BY attempt_id, number
        """, arguments: [attempts])
    var found: [Int64: [Curve]] = [:]
    while let row = try rows.next() {
      let packed = (PackedSeries.doubles(row[3]), PackedSeries.doubles(row[4]))
      guard let positions = packed.0, let values = packed.1, positions.count == values.count else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a curve is cut short")
      }
      found[row[0], default: []].append(
        Curve(name: row[1], axis: row[2], positions: positions, values: values))
    }
    return found
  }

  static func snapshots(
    _ attempts: String, _ folder: ArtifactFolder, _ db: Database
  ) throws -> [Int64: [FieldSnapshot]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT attempt_id, hash FROM artifact
        WHERE kind = 'snapshot' AND attempt_id IN (SELECT value FROM json_each(?))
        ORDER BY attempt_id, number
        """, arguments: [attempts])
    var found: [Int64: [FieldSnapshot]] = [:]
    while let row = try rows.next() {
      let hash: String = row[1]
      found[row[0], default: []].append(
        try SnapshotFile.snapshot(folder.content(hash), path: folder.url(hash).path))
    }
    return found
  }

  static func facts(_ attempts: String, _ db: Database) throws -> [Int64: [String: String]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT attempt_id, name, value FROM attempt_fact
        WHERE attempt_id IN (SELECT value FROM json_each(?))
        """, arguments: [attempts])
    var found: [Int64: [String: String]] = [:]
    while let row = try rows.next() { found[row[0], default: [:]][row[1]] = row[2] }
    return found
  }

  static func files(_ attempts: String, _ db: Database) throws -> [Int64: [ArtifactRecord]] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT attempt_id, kind, name, hash, bytes FROM artifact
        WHERE attempt_id IN (SELECT value FROM json_each(?)) ORDER BY attempt_id, number
        """, arguments: [attempts])
    var found: [Int64: [ArtifactRecord]] = [:]
    while let row = try rows.next() {
      found[row[0], default: []].append(
        ArtifactRecord(
          kind: try StoredCell.word(row, "kind"), name: row[2], hash: row[3], bytes: row[4]))
    }
    return found
  }
}
