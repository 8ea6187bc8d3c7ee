import Comparison
import Experiment
import Foundation
import Testing

@Suite struct BaselineTests {
  let root = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)")
  let files = [
    "baseline.json", "cells.tsv", "costs.tsv", "measurements.tsv", "samples.tsv", "tolerances.tsv",
  ]

  var folder: URL { root.appending(path: "old") }

  func saved(_ cells: [CellResult], in root: URL? = nil, id: String = "old") throws -> Baseline {
    try Baseline.save(Fixture.frame(cells), id: id, profile: .quick, in: root ?? self.root)
  }

  func bytes(of folder: URL) throws -> [Data] {
    try files.map { try Data(contentsOf: folder.appending(path: $0)) }
  }

  func text(_ file: String) throws -> String {
    try String(contentsOf: folder.appending(path: file), encoding: .utf8)
  }

  func replace(_ old: String, with new: String, in file: String) throws {
    let before = try text(file)
    #expect(before.contains(old))
    try Data(before.replacing(old, with: new).utf8).write(to: folder.appending(path: file))
  }

  func cleaned(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(at: root) }
    try body()
  }

  @Test func savingWhatWasLoadedGivesTheSameBytes() throws {
    try cleaned {
      let baseline = try saved(
        Fixture.cells("unet", [0.1 + 0.2, nil, 2.2250738585072014e-308])
          + Fixture.cells("fno", [1.0 / 3, 1e22, 1]))
      let other = root.appending(path: "again")
      let again = try Baseline.save(baseline.frame, id: "old", profile: .quick, in: other)
      #expect(try bytes(of: folder) == bytes(of: other.appending(path: "old")))
      #expect(again == baseline)
    }
  }

  @Test func loadingGivesTheValuesBackBitByBit() throws {
    try cleaned {
      let cells = Fixture.cells("fno", [1.0 / 3, nil, 2.2250738585072014e-308])
      let frame = try saved(cells).frame
      #expect(frame.cells.map(\.identity) == cells.map(\.identity))
      #expect(frame.cells.map(\.state) == cells.map(\.state))
      #expect(frame.cells.map(\.reason) == cells.map(\.reason))
      #expect(
        frame.cells.map { $0.value(Fixture.error) } == cells.map { $0.value(Fixture.error) })
      let names = { (cell: CellResult) in
        cell.evaluation.measurements.sorted {
          ($0.metric, $0.position) < ($1.metric, $1.position)
        }
      }
      #expect(frame.cells.map(names) == cells.map(names))
      #expect(frame.runs.map(\.environment.facts) == [["cpu": "abacus", "cores": "2"]])
    }
  }

  @Test func theTextIsOneLineAValueAndDoesNotDependOnTheOrderOfCells() throws {
    try cleaned {
      let cells = Fixture.cells("fno", [0.25]) + Fixture.cells("still", [nil])
      _ = try saved(cells.reversed())
      #expect(
        try text("measurements.tsv") == """
          suite\ttask\tmodel\tseed\tmetric\tevaluation\tsplit\tposition\tvalue\tsampleCount\tkind
          waves\tripple\tfno\t0\tnmse\trollout\ttest\t0\t0.25\t4\tresult
          waves\tripple\tfno\t0\tnmse\trollout\ttest\t10\tmissing: diverged\\tat step 9\\nor so\t4\tresult
          waves\tripple\tfno\t0\tskill\trollout\ttest\t0\t0.75\t4\tresult

          """)
      #expect(
        try text("cells.tsv") == """
          suite\ttask\tmodel\tseed\tkey\tstate\treason\tparameterCount\tdataOrigin\tdataHash\ttaskHash
          waves\tripple\tfno\t0\tkey-fno-0\tdone\t\t12\tgenerated\t\t
          waves\tripple\tstill\t0\tkey-still-0\ttimed-out\t1 s wall-clock limit\t0\tgenerated\t\t

          """)
      let first = try bytes(of: folder)
      _ = try saved(cells)
      #expect(try bytes(of: folder) == first)
    }
  }

  @Test func newCostsChangeNoLineOfTheResults() throws {
    try cleaned {
      var cells = Fixture.cells("fno", [0.25])
      _ = try saved(cells)
      let first = try bytes(of: folder)
      cells[0].evaluation.measurements[3] = Measurement(
        metric: "training-seconds", split: "train", evaluation: "cost", value: .value(9),
        sampleCount: 1, kind: .cost)
      _ = try saved(cells)
      let second = try bytes(of: folder)
      #expect(zip(first, second).map { $0 == $1 } == [false, true, false, true, true, true])
    }
  }

  @Test func anEditedNumberIsFoundAndTheMessageSaysHowToMendIt() throws {
    try cleaned {
      _ = try saved(Fixture.cells("fno", [0.25]))
      try replace("\t0.25\t", with: "\t0.20\t", in: "measurements.tsv")
      let error = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
      #expect(error.location == "\(root.lastPathComponent)/old/measurements.tsv")
      #expect(error.found.hasPrefix("an edited file (SHA-256 "))
      #expect(error.expected.hasPrefix("the one that was saved ("))
      #expect(
        error.remedy
          == "restore it with 'git checkout -- measurements.tsv' in that folder, or measure and "
          + "save the baseline again; numbers of a baseline are not edited by hand")
      #expect(Baseline.verify(at: folder) == [error])
    }
  }

  @Test(arguments: [
    ("\t0.25\t", "\tnan\t", ":2: value 'nan'; expected a finite number"),
    ("\t0.25\t", "\t0.25\t\t", ":2: 12 fields; expected 11 fields parted by tabs"),
    ("\t0.75\t4\t", "\t0.75\tfour\t", ":4: sampleCount 'four'; expected a whole number"),
    ("metric\t", "metrics\t", ":1: 'suite\ttask\tmodel\tseed\tmetrics\t"),
    ("\tskill\t", "\tnmse\t", ":4: a second value of the same name; expected one value"),
    ("0.75\t4\tresult\n", "0.75\t4\tresult", ": a last line that does not end"),
    (
      "fno\t0\tskill", "fno\t1\tskill", ": values of waves/ripple/fno/seed 1/quick; expected a line"
    ),
  ])
  func aBadLineIsNamed(old: String, new: String, message: String) throws {
    try cleaned {
      _ = try saved(Fixture.cells("fno", [0.25]))
      try replace(old, with: new, in: "measurements.tsv")
      let error = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
      #expect("\(error)".contains("old/measurements.tsv" + message), "\(error)")
    }
  }

  @Test func aBadHeaderIsNamed() throws {
    try cleaned {
      _ = try saved(Fixture.cells("fno", [0.25]))
      try replace("\"schemaVersion\" : 2", with: "\"schemaVersion\" : 9", in: "baseline.json")
      let newer = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
      #expect(newer.found == "schema version 9")
      try replace("\"schemaVersion\" : 9,", with: "", in: "baseline.json")
      let broken = try #require(throws: AssayError.self) { try Baseline.load(from: folder) }
      #expect(broken.found == "no key 'schemaVersion'")
    }
  }

  @Test func verifyTellsEverythingThatIsWrong() throws {
    try cleaned {
      _ = try saved(Fixture.cells("fno", [0.25]))
      #expect(Baseline.verify(at: folder).isEmpty)
      try replace("\t0.25\t", with: "\t0.20\t", in: "measurements.tsv")
      try replace("\t12\t", with: "\t13\t", in: "cells.tsv")
      try replace("\"id\" : \"ripple\"", with: "\"id\" : \"ripples\"", in: "baseline.json")
      #expect(
        Baseline.verify(at: folder).map(\.location.description).map {
          $0.split(separator: "/").last
        }
          == ["measurements.tsv", "cells.tsv", "cells.tsv"])
    }
  }

  @Test func baselinesAreListedAndFoundById() throws {
    try cleaned {
      #expect(try Baseline.list(in: root).isEmpty)
      _ = try saved(Fixture.cells("fno", [0.25]), id: "zeta")
      _ = try saved(Fixture.cells("fno", [0.25]), id: "alpha")
      let listings = try Baseline.list(in: root)
      #expect(listings.map(\.id) == ["alpha", "zeta"])
      #expect(listings.map(\.kind) == [.measured, .measured])
      #expect(listings.map(\.profile) == [.quick, .quick])
      #expect(try Baseline.load("zeta", in: root).id == "zeta")
      #expect(
        throws: AssayError(
          .badInput, where: "baseline", found: "no baseline 'beta'",
          expected: "one of alpha, zeta",
          remedy: "save one with 'assay baseline save', or correct the id")
      ) { try Baseline.load("beta", in: root) }
    }
  }

  @Test func unfinishedCellsAndBadIdsAreRefused() {
    cleaned {
      var cells = Fixture.cells("fno", [0.25])
      for id in ["published", "Old", "a/b", ""] {
        #expect(throws: AssayError.self) { try saved(cells, id: id) }
      }
      cells[0].state = .running
      #expect(
        throws: AssayError(
          .badInput, where: "baseline old", found: "waves/ripple/fno/seed 0/quick is running",
          expected: "finished cells", remedy: "run the same command again: it resumes")
      ) { try saved(cells) }
      #expect(throws: AssayError.self) { try saved(Fixture.cells("fno", [1], profile: .paper)) }
      #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
  }

  @Test func aBaselineIsNotComparedAsWorseWithItself() throws {
    try cleaned {
      let cells = Fixture.cells("fno", [0.1, 1.0 / 3]) + Fixture.cells("still", [0.3, nil])
      let baseline = try saved(cells)
      let report = try Comparer().compare(Fixture.frame(cells), against: baseline)
      #expect(report.rows.map(\.model) == ["still", "fno", "still", "fno"])
      #expect(report.rows.map(\.verdict) == [.missing, .equivalent, .missing, .equivalent])
      #expect(!report.hasRegression)
    }
  }
}
