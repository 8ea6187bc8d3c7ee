import Experiment
import Foundation
import Tasks
import Tensors
import TestSupport
import Testing

/// On the shipped series.
@Suite struct SeriesClassificationTests {
  private func prepared(dropped: Double) throws -> any PreparedTask {
    var task = SeriesClassification()
    task.dropped = dropped
    return try task.prepare(
      DataLocation(
        folder: PackageFolder.url.appending(path: "Suites/neural-de/data/japanese-vowels"),
        origin: .shipped, contentHash: "x"))
  }

  @Test func theAuthorsTestIsTheTestAndEverySpeakerIsInValidation() throws {
    let task = try prepared(dropped: 0)
    let counts = Dictionary(grouping: task.cases, by: \.split).mapValues(\.count)
    #expect(counts == [.training: 216, .validation: 54, .test: 370])
    #expect(task.role.input("values")?.shape == [29, 12])
    let targets = try task.training.validationTargets.required("logits")
    let speakers = (0..<9).map { speaker in
      (0..<54).reduce(0) { $0 + targets.values[$1 * 9 + speaker] }
    }
    #expect(speakers == Array(repeating: 6, count: 9))
  }

  @Test func timesBehindTheEndAreNotObserved() throws {
    let inputs = try prepared(dropped: 0).training.inputs
    let (values, mask) = (try inputs.required("values"), try inputs.required("mask"))
    let lengths = (0..<216).map { row in
      (0..<29).count { mask.values[(row * 29 + $0) * 12] > 0 }
    }
    #expect(lengths.min() == 7)
    #expect((lengths.max() ?? 30) <= 29)
    for (value, isThere) in zip(values.values, mask.values) where isThere == 0 {
      #expect(value == 0)
    }
  }

  @Test func aShareOfTimesIsDroppedAndNoSeriesIsEmpty() throws {
    func observed(_ dropped: Double) throws -> [Float] {
      let mask = try prepared(dropped: dropped).training.inputs.required("mask")
      return (0..<216).map { row in
        mask.values[row * 29 * 12..<(row + 1) * 29 * 12].reduce(0, +) / 12
      }
    }
    let (whole, rest) = (try observed(0), try observed(0.3))
    let share = rest.reduce(0, +) / whole.reduce(0, +)
    // The first times stay: 0.7 + 0.3 / 15.7, with 216 x 15 draws.
    #expect(abs(share - 0.72) < 0.03)
    #expect(try observed(0.99).allSatisfy { $0 >= 1 })
    #expect(try observed(0.3) == rest)
  }

  @Test func aConstantScoresAsChanceDoes() throws {
    let constant = AnsweringModel("logits") { Tensor(shape: [$0.sampleCount, 9]) }
    let scores = try prepared(dropped: 0.3).evaluate(constant, metrics: .outcomes)
    #expect(abs((scores.number("right", "classification") ?? 0) - 1.0 / 9) < 1e-9)
  }

  @Test func aSeriesThatIsFarTooLongIsADamagedLine() throws {
    let folder = try TemporaryFolder()
    let head =
      "@problemName Made\n@timeStamps false\n@univariate true\n@classLabel true a b\n@data\n"
    let lines = (0..<100).map { "1,2:\($0 % 2 == 0 ? "a" : "b")" }
    let long = Array(repeating: "1", count: 10_000).joined(separator: ",") + ":a"
    for (name, lines) in [("TRAIN", lines), ("TEST", lines + [long])] {
      try Data((head + lines.joined(separator: "\n") + "\n").utf8)
        .write(to: folder.url.appending(path: "JapaneseVowels_\(name).ts"))
    }
    let error = #expect(throws: AssayError.self) {
      try SeriesClassification().prepare(
        DataLocation(folder: folder.url, origin: .imported, contentHash: "x"))
    }
    #expect(error?.found == "series 201 of 201 with 10000 times, 51 on average")
  }
}
