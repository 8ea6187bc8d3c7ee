import DataFormats
import Foundation

/// What must hold for files of series and of numbers.
enum SeriesChecks {
  static func record(_ input: Data) throws {
    let record = try PhysioNetRecord(decoding: input, source: "1.txt")
    guard record.observations.allSatisfy({ $0.minutes >= 0 && $0.value.isFinite }) else {
      throw FuzzFinding("an observation without a time or a value")
    }
  }

  static func series(_ input: Data) throws {
    let file = try TSFile(decoding: input, source: "input.ts")
    guard file.series.allSatisfy({ file.classes.indices.contains($0.label) }) else {
      throw FuzzFinding("a label that is none of \(file.classes.count) classes")
    }
    let channels = Set(file.series.map(\.channels.count))
    guard channels.count <= 1 else {
      throw FuzzFinding("series of \(channels.sorted()) channels in one file")
    }
  }

  static func table(_ input: Data) throws {
    let table = try NumberTable(decoding: input, source: "input.csv")
    guard table.rows * table.columns == table.values.count,
      table.values.allSatisfy(\.isFinite)
    else {
      throw FuzzFinding("\(table.values.count) numbers in \(table.columns) columns")
    }
  }
}
