import DataFormats
import Experiment
import Foundation

/// Reads the visits of `pbcseq` from the data of R's package survival.
struct PBCReader {
  /// What is measured at a visit: signs, bilirubin, cholesterol, albumin, enzymes, platelets, the time of
  /// prothrombin and the stage of the tissue.
  static let channels = [
    "ascites", "hepato", "spiders", "edema", "bili", "chol", "albumin", "alk.phos", "ast",
    "platelet",
    "protime", "stage",
  ]
  /// Days of half a year: the trial saw patients at 6 months, a year, and yearly thereafter.
  static let step = 365.25 / 2
  /// Days of a century, which no visit is away from the first.
  private static let longest = 100 * 365.25

  let folder: URL

  /// The patients in the file's order, times in days since the first visit.
  /// - Throws: `AssayError` (bad input) when the files are absent or damaged.
  func read() throws -> [ObservedSeries] {
    let database = try RDatabase(in: folder)
    let source = folder.appending(path: "Rdata.rdb").path + ", pbcseq"
    let frame = try RDataFrame(database.value("pbcseq"), source: source)
    let (patients, days) = (try frame.numbers("id"), try frame.numbers("day"))
    let columns = try Self.channels.map(frame.numbers)
    var order: [Double] = []
    var visits: [Double: [Int]] = [:]
    for (row, patient) in patients.enumerated() where patient.isFinite && days[row] >= 0 {
      guard Int(exactly: patient) != nil, days[row] <= Self.longest else {
        throw AssayError(
          .badInput, where: source, found: "patient \(patient) at day \(days[row])",
          expected: "whole numbers, and days of the trial",
          remedy: "install another version of the package, or import its folder data")
      }
      if visits[patient] == nil { order.append(patient) }
      visits[patient, default: []].append(row)
    }
    return order.map { patient in
      ObservedSeries(
        name: "pbcseq/\(Int(patient))",
        observations: (visits[patient] ?? []).flatMap { row in
          columns.enumerated().filter { $1[row].isFinite }.map { channel, column in
            .init(time: days[row], channel: channel, value: column[row])
          }
        })
    }
  }
}
