import Foundation
import TestSupport
import Testing

/// Results in the forms that others want, and results asked for again.
@Suite struct ExportTests {
  private func benchWithResults() throws -> Workbench {
    let bench = try Workbench()
    #expect(try bench.assay("run", "tiny").exitCode == 0)
    return bench
  }

  @Test func everyMeasurementIsALineOfCSV() throws {
    let bench = try benchWithResults()
    let lines = try bench.assay("export", "results").output.split(separator: "\n")
    let columns = lines[0].split(separator: ",")
    #expect(columns.contains("metric") && columns.contains("value"))
    let counted = try bench.shell(
      "sqlite3 .assay/results.sqlite 'SELECT count(*) FROM v_results' 2>/dev/null || echo none")
    if let count = Int(counted.output.trimmingCharacters(in: .whitespacesAndNewlines)) {
      #expect(lines.count == count + 1)
    }
    #expect(try bench.assay("export", "results", "--output", "a.csv").exitCode == 0)
    #expect(try bench.text("a.csv").split(separator: "\n") == lines)
  }

  @Test func anExportBecomesABaselineThatItsOwnRunEquals() throws {
    let bench = try benchWithResults()
    #expect(
      try bench.assay("export", "results", "--format", "jsonl", "--output", "a.jsonl").exitCode
        == 0)
    let nameless = try bench.assay("baseline", "import", "a.jsonl")
    #expect(nameless.exitCode == 2)
    #expect(nameless.errors.contains("--id"))
    let imported = try bench.assay("baseline", "import", "a.jsonl", "--id", "theirs")
    #expect(imported.exitCode == 0, "\(imported.errors)")
    let compared = try bench.assay("compare", "--baseline", "theirs", "--fail-on", "regression")
    #expect(compared.exitCode == 0)
    #expect(compared.output.contains("2 equivalent"))
    #expect(try bench.assay("baseline", "save", "ours").exitCode == 0)
    let difference = try bench.assay("baseline", "diff", "theirs", "ours")
    #expect(difference.exitCode == 0, "\(difference.errors)")
  }

  @Test func tablesAndFiguresAreFiles() throws {
    let bench = try benchWithResults()
    #expect(try bench.assay("export", "tables", "--output", "t/a.tex").exitCode == 0)
    #expect(try bench.text("t/a.tex").contains("\\toprule"))
    let figures = try bench.assay(
      "export", "figures", "--format", "svg,png,pdf", "--output", "figures")
    #expect(figures.exitCode == 0, "\(figures.errors)")
    let found = try bench.shell("find figures -name '*-seed-strip.*' | sort").output
    #expect(found.contains(".svg") && found.contains(".png") && found.contains(".pdf"))
    let unknown = try bench.assay("export", "figures", "--format", "gif", "--output", "f")
    #expect(unknown.exitCode == 2)
    #expect(unknown.errors.contains("'gif'"))
  }

  @Test func aBundleIsTheSameTwiceAndItsNumbersCanBeTakenUp() throws {
    let bench = try benchWithResults()
    #expect(try bench.assay("export", "bundle", "--output", "a.zip").exitCode == 0)
    #expect(try bench.assay("export", "bundle", "--output", "b.zip").exitCode == 0)
    #expect(try bench.data("a.zip") == (try bench.data("b.zip")))
    let unpacked = try bench.shell("python3 -m zipfile -e a.zip open && ls open")
    #expect(unpacked.output.contains("manifest.json"))
    #expect(try bench.assay("baseline", "import", "open/bundle").exitCode == 0)
    let compared = try bench.assay("compare", "--baseline", "bundle", "--fail-on", "regression")
    #expect(compared.exitCode == 0)
  }

  @Test func anEmptyStoreHasNothingToExport() throws {
    let bench = try Workbench()
    for arguments in [["results"], ["tables", "--output", "t"], ["bundle", "--output", "b"]] {
      let outcome = try ChildProcess.run(
        BuiltProduct.executable("assay"), ["export"] + arguments, in: bench.url)
      #expect(outcome.exitCode == 2)
    }
  }

  @Test func storedCellsComeBackBitByBit() throws {
    let bench = try benchWithResults()
    let all = try bench.assay("verify", "tiny")
    #expect(all.exitCode == 0, "\(all.output)\(all.errors)")
    #expect(all.output.contains("4 cells: 4 the same bits, 0 not, 0 not comparable"))
    _ = try bench.assay("baseline", "save", "mine")
    let baseline = try bench.assay("baseline", "verify", "mine", "--repeat", "0.5")
    #expect(baseline.exitCode == 0, "\(baseline.output)\(baseline.errors)")
    #expect(baseline.output.contains("2 cells: 2 the same bits"))
    #expect(try bench.assay("verify", "tiny", "--share", "2").exitCode == 2)
  }

  @Test func aRunThatChangedAValueIsAStepInItsHistory() throws {
    let bench = try benchWithResults()
    _ = try bench.assay("run", "tiny", "--force")
    let history = try bench.assay("history", "tiny", "--models", "identity")
    #expect(history.exitCode == 0, "\(history.errors)")
    #expect(history.output.contains("prop identity\n"))
    #expect(history.output.components(separatedBy: "(2 seeds)").count == 3)
    let drawn = try bench.assay(
      "history", "tiny", "--models", "identity", "--figure", "h.svg")
    #expect(drawn.exitCode == 0)
    #expect(try bench.text("h.svg").hasPrefix("<svg"))
    let many = try bench.assay("history", "tiny", "--figure", "h.svg")
    #expect(many.exitCode == 2)
    #expect(try bench.assay("history", "tiny", "--metric", "nothing").exitCode == 2)
  }
}
