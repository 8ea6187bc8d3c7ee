import Experiment
import Foundation
import Tasks
import Tensors
import TestSupport
import Testing

@Suite struct SeriesInterpolationTests {
  /// 20 stays of three hours: HR at every hour, a temperature at the first.
  private func withRecords<Result>(_ body: (URL) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
      let place = folder.appending(path: "set-a")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for stay in 1...20 {
        let text = """
          Time,Parameter,Value
          00:00,RecordID,\(stay)
          00:00,Age,50
          00:00,Weight,-1
          00:10,HR,\(60 + stay)
          00:20,HR,\(62 + stay)
          00:25,Temp,\(Double(stay) / 10 + 36)
          01:05,HR,\(70 + stay)
          02:40,HR,\(80 + stay)

          """
        try Data(text.utf8).write(to: place.appending(path: "\(stay).txt"))
      }
      return try body(folder)
    }
  }

  private func prepared(
    _ folder: URL, _ source: ClinicalSource = .physioNet,
    _ change: (inout SeriesInterpolation) -> Void = { _ in }
  ) throws -> any PreparedTask {
    var task = SeriesInterpolation()
    task.source = source
    change(&task)
    return try task.prepare(DataLocation(folder: folder, origin: .imported, contentHash: "x"))
  }

  private static let copy = AnsweringModel("values") { try $0.required("values") }

  @Test func valuesLieOnCommonHoursAveragedAndScaled() throws {
    try withRecords { folder in
      let task = try prepared(folder) { $0.heldOut = 0 }
      #expect(task.role.output("values")?.shape == [4, 37])
      let targets = try task.training.targets.required("values")
      let inputs = task.training.inputs
      #expect(try inputs.required("times").values.prefix(4) == [0, 1.0 / 3, 2.0 / 3, 1])
      let mask = try inputs.required("mask")
      #expect(mask == (try inputs.required("asked")))
      #expect(try inputs.required("values") == targets)
      // HR is channel 15 and Temp 32; 00:10, 00:20 and 00:25 are hour 0, 02:40 is hour 3.
      let observed = mask.values.prefix(4 * 37).enumerated().filter { $1 > 0 }.map(\.offset)
      #expect(observed == [15, 32, 37 + 15, 3 * 37 + 15])
      // (x − min) / max: the rate rises by 9 and by 19 from its mean of the first hour.
      let rates = [15, 37 + 15, 3 * 37 + 15].map { targets.values[$0] }
      let ratio = (rates[2] - rates[0]) / (rates[1] - rates[0])
      #expect(abs(ratio - 19.0 / 9) < 1e-4)
      #expect(targets.values.min() == 0)
      #expect((targets.values.max() ?? 1) < 1)
    }
  }

  @Test func everySeriesIsOnOneSideOnly() throws {
    try withRecords { folder in
      let cases = try prepared(folder).cases
      let counts = Dictionary(grouping: cases, by: \.split).mapValues(\.count)
      #expect(counts == [.training: 14, .validation: 2, .test: 4])
      #expect(Set(cases.map(\.name)).count == 20)
      #expect(try prepared(folder, .physioNet) { $0.limit = 10 }.cases.count == 10)
    }
  }

  /// A copy of what is given knows nothing of what is hidden.
  @Test func hiddenValuesAreNotGivenAndScoredApart() throws {
    try withRecords { folder in
      let task = try prepared(folder) { $0.heldOut = 0.5 }
      let inputs = task.training.inputs
      let (mask, asked) = (try inputs.required("mask"), try inputs.required("asked"))
      let given = mask.values.reduce(0, +) / asked.values.reduce(0, +)
      // 56 values, each hidden with probability one half.
      #expect(given > 0.3 && given < 0.7)
      #expect(zip(mask.values, asked.values).allSatisfy { $0 <= $1 })
      for (value, given) in zip(try inputs.required("values").values, mask.values) where given == 0
      {
        #expect(value == 0)
      }
      let scores = try task.evaluate(Self.copy, metrics: .outcomes)
      let hidden = try #require(scores.number("mse", "interpolation"))
      let all = try #require(scores.number("mse", "reconstruction"))
      #expect(hidden > all && all > 0)
      #expect(Set(scores.measurements.map(\.metric)) == ["mse"])
    }
  }

  @Test func thePublishedTaskIsSolvedByACopy() throws {
    try withRecords { folder in
      let task = try prepared(folder) { $0.heldOut = 0 }
      let scores = try task.evaluate(Self.copy, metrics: .outcomes)
      #expect(scores.number("mse", "reconstruction") == 0)
      #expect(scores.number("mse", "interpolation") == nil)
    }
  }

  /// Against a database in the format of R that Tests/References/rdata/make.py made, of invented patients.
  @Test func visitsOfPatientsLieOnHalfYears() throws {
    let folder = PackageFolder.url.appending(path: "Tests/References/rdata/pbcseq")
    let task = try prepared(folder, .pbcseq) { $0.heldOut = 0 }
    #expect(task.role.output("values")?.shape == [5, 12])
    #expect(task.cases.count == 20)
    let mask = try task.training.inputs.required("mask")
    // Visits at days 0, 180 and 730; cholesterol, channel 5, is missing at the second.
    let row = mask.values.prefix(60)
    #expect(stride(from: 4, to: 60, by: 12).map { row[$0] } == [1, 1, 0, 0, 1])
    #expect(stride(from: 5, to: 60, by: 12).map { row[$0] } == [1, 0, 0, 0, 1])
    let values = try task.training.targets.required("values")
    #expect(values.values.max() == 1 && values.values.min() == 0)
  }

  @Test(arguments: [
    ("late", "patient 20.0 at day 1e+300"), ("many", "patient 1e+300 at day 730.0"),
  ])
  func visitsThatCannotBeAreRefused(name: String, found: String) throws {
    let folder = PackageFolder.url.appending(path: "Tests/References/rdata/\(name)")
    let error = #expect(throws: AssayError.self) { try prepared(folder, .pbcseq) }
    #expect(error?.found == found)
    #expect(error?.location.hasSuffix("\(name)/Rdata.rdb, pbcseq") == true)
  }

  @Test func aFolderWithoutRecordsAndAForeignParameterAreTold() throws {
    try withTemporaryFolder { folder in
      let empty = #expect(throws: AssayError.self) { try prepared(folder) }
      #expect(empty?.expected == "the unpacked set-a or set-b of PhysioNet 2012")
      try Data("Time,Parameter,Value\n00:00,RecordID,7\n00:05,Mood,3\n".utf8)
        .write(to: folder.appending(path: "7.txt"))
      let foreign = #expect(throws: AssayError.self) { try prepared(folder) }
      #expect(foreign?.found == "parameter 'Mood'")
    }
  }
}
