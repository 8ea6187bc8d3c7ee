import Comparison
import Experiment
import Foundation
import TestSupport
import Testing

@Suite struct SampleAndToleranceTests {
  /// Cells whose error is the mean of four samples of two cases.
  func cells(_ model: String, seeds: [Double], storesCases: Bool = true) -> [CellResult] {
    zip(Fixture.cells(model, seeds), seeds).map { cell, value in
      var cell = cell
      cell.evaluation.curves = [
        Curve(
          name: "nmse/test/rollout/samples", axis: "sample", positions: [0, 1, 2, 3],
          values: [value * 0.5, value * 0.7, value * 1.3, value * 1.5])
      ]
      if storesCases {
        cell.evaluation.curves.append(
          Curve(
            name: "case/test/rollout/samples", axis: "sample", positions: [0, 1, 2, 3],
            values: [4, 4, 9, 9]))
      }
      return cell
    }
  }

  let before = [0.10, 0.12, 0.11]

  @Test func samplesComeBackWithTheirCases() throws {
    try Fixture.withFolder { root in
      let baseline = try Baseline.save(
        Fixture.frame(cells("fno", seeds: before)), id: "old", profile: .quick, in: root)
      let text = try String(contentsOf: root.appending(path: "old/samples.tsv"), encoding: .utf8)
      #expect(text.hasPrefix("suite\ttask\tmodel\tseed\tmetric\tevaluation\tsplit\tsample\tcase\t"))
      #expect(text.contains("waves\tripple\tfno\t0\tnmse\trollout\ttest\t2\t9\t0.13\n"))
      #expect(
        baseline.frame.cells.map(\.evaluation.curves)
          == cells("fno", seeds: before).map(\.evaluation.curves))
      let again = try Baseline.save(
        baseline.frame, id: "old", profile: .quick, in: root.appending(path: "again"))
      #expect(again == baseline)
    }
  }

  @Test func withoutCasesEverySampleIsItsOwn() throws {
    try Fixture.withFolder { root in
      let own = cells("fno", seeds: before, storesCases: false)
      let baseline = try Baseline.save(Fixture.frame(own), id: "old", profile: .quick, in: root)
      #expect(baseline.frame.cells.map(\.evaluation.curves) == own.map(\.evaluation.curves))
    }
  }

  @Test func theIntervalOverCasesIsGivenBesideTheOneOverSeeds() throws {
    let report = try Comparer().compare(
      Fixture.errorFrame(cells("fno", seeds: [0.2, 0.23, 0.22])),
      against: Fixture.errorFrame(cells("fno", seeds: before)), named: "old", profile: .quick)
    let row = report.rows[0]
    let hierarchical = try #require(row.evidence?.hierarchical)
    // All cases change by the same factor, so the ratio of means is that of the rows.
    #expect(abs(hierarchical.estimate - 0.65 / 0.33) < 1e-12)
    #expect(hierarchical.lower < hierarchical.estimate)
    #expect(report.methods.contains { $0.contains("other seeds and other cases") })
  }

  @Test func tolerancesAreLearntFromSeeds() throws {
    try Fixture.withFolder { root in
      var resources = cells("fno", seeds: before)
      resources[0].resources = ResourceUse(
        wallSeconds: 3, userSeconds: 2, systemSeconds: 0.5, peakMebibytes: 64, concurrentCells: 2)
      let baseline = try Baseline.save(
        Fixture.frame(resources + Fixture.cells("still", [0.2])), id: "old", profile: .quick,
        in: root)
      #expect(baseline.frame.cells[0].resources == resources[0].resources)
      #expect(baseline.tolerances.map(\.model) == ["fno", "fno", "still", "still"])
      let tolerance = try #require(baseline.tolerances.first)
      #expect(tolerance.scale == .ratio)
      // The standard deviation of ln 0.10, ln 0.12 and ln 0.11.
      #expect(abs((tolerance.spread ?? 0) - 0.091192) < 1e-5)
      // Too few rows for a common spread: t(0.995, 2) · 0.091193 · √(2 / 3) through exp.
      #expect(tolerance.priorDegrees == 0)
      #expect(abs((tolerance.tolerance ?? 0) - (exp(9.92484 * 0.091193 * 0.8164966) - 1)) < 1e-3)
      #expect(baseline.tolerances[2].tolerance == nil)
      let report = try Comparer().compare(
        Fixture.frame(cells("fno", seeds: [0.2, 0.23, 0.22])), against: baseline)
      #expect(report.rows.first { $0.model == "fno" }?.evidence?.tolerance == tolerance.tolerance)
    }
  }

  @Test(arguments: [
    ("samples.tsv", "\t1\t4\t", "\t0\t4\t", ":3: sample 0 after 0"),
    ("samples.tsv", "\t1\t4\t", "\t1\t-\t", ":3: sample 1 after 0, case '-'"),
    (
      "samples.tsv", "fno\t0", "fno\t7",
      ": values of waves/ripple/fno/seed 7/quick; expected a line"
    ),
    (
      "tolerances.tsv", "\tratio\t", "\tlog\t", ":2: scale 'log'; expected one of ratio, difference"
    ),
    ("tolerances.tsv", "spread\t", "spreads\t", ":1: 'suite\ttask\tmodel"),
  ])
  func aBadLineIsNamed(file: String, old: String, new: String, message: String) throws {
    try Fixture.withFolder { root in
      _ = try Baseline.save(
        Fixture.frame(cells("fno", seeds: before)), id: "old", profile: .quick, in: root)
      let url = root.appending(path: "old/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      #expect(text.contains(old))
      try Data(text.replacing(old, with: new, maxReplacements: 1).utf8).write(to: url)
      let error = try #require(throws: AssayError.self) {
        try Baseline.load(from: root.appending(path: "old"))
      }
      #expect("\(error)".contains("old/\(file)" + message), "\(error)")
    }
  }

  @Test(arguments: [("samples.tsv", "0.1", "0.2"), ("tolerances.tsv", "\t3\t", "\t4\t")])
  func anEditedOrLostTableIsNamed(file: String, old: String, new: String) throws {
    try Fixture.withFolder { root in
      let folder = root.appending(path: "old")
      _ = try Baseline.save(
        Fixture.frame(cells("fno", seeds: before)), id: "old", profile: .quick, in: root)
      let url = folder.appending(path: file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try Data(text.replacing(old, with: new).utf8).write(to: url)
      let edited = Baseline.verify(at: folder)
      #expect(edited.map(\.found).allSatisfy { $0.hasPrefix("an edited file (SHA-256 ") })
      #expect(edited.map(\.location) == ["\(root.lastPathComponent)/old/\(file)"])
      try FileManager.default.removeItem(at: url)
      let lost = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
      #expect(lost.found == "no readable file")
    }
  }

  @Test func aBaselineOfSchemaOneIsReadAndSavedInTheNewest() throws {
    let folder = PackageFolder.url.appending(path: "Tests/Golden/ComparisonTests/schema-1")
    #expect(Baseline.verify(at: folder).isEmpty)
    let old = try Baseline.load(from: folder)
    #expect(old.tolerances.isEmpty)
    #expect(old.frame.cells[0].value(Fixture.error) == .value(0.25))
    #expect(old.frame.cells[0].resources == ResourceUse())
    try Fixture.withFolder { root in
      let new = try Baseline.save(old.frame, id: "schema-1", profile: .quick, in: root)
      #expect(new.frame == old.frame)
      #expect(new.tolerances.count == 2)
      let header = try String(
        contentsOf: root.appending(path: "schema-1/baseline.json"), encoding: .utf8)
      #expect(header.contains("\"schemaVersion\" : 2"))
    }
  }
}
