import Foundation
import TestSupport
import Testing

@Suite struct BaselineTests {
  private func benchWithBaseline() throws -> Workbench {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny")
    let saved = try bench.assay("baseline", "save", "mine")
    #expect(saved.exitCode == 0)
    #expect(saved.output == "saved 4 cells as Baselines/mine\n")
    return bench
  }

  @Test func aSavedBaselineIsListedShownAndSound() throws {
    let bench = try benchWithBaseline()
    #expect(try bench.assay("baseline").output == "mine  measured  quick\n")
    #expect(try bench.assay("baseline", "verify").output == "mine: sound\n")
    let shown = try bench.assay("baseline", "show", "mine").output
    #expect(shown.hasPrefix("mine: 4 cells, profile quick\n"))
    #expect(shown.contains("  cores: ") && shown.contains("FNO"))
  }

  @Test func anEditedBaselineIsRefusedByName() throws {
    let bench = try benchWithBaseline()
    let table = try bench.text("Baselines/mine/measurements.tsv")
    try bench.folder.write(
      table.replacing("\ttest\t", with: "\ttrain\t"), to: "Baselines/mine/measurements.tsv")
    let verified = try bench.assay("baseline", "verify")
    #expect(verified.exitCode == 2)
    #expect(verified.output.contains("mine/measurements.tsv: an edited file"))
    for verb in [
      ["compare", "--baseline", "mine"], ["baseline", "show", "mine"], ["leaderboard"],
    ] {
      let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), verb, in: bench.url)
      #expect(outcome.exitCode == 2)
      #expect(outcome.errors.contains("mine/measurements.tsv: an edited file"))
    }
  }

  @Test func anotherClonesBaselineIsImportedOnce() throws {
    let theirs = try benchWithBaseline()
    let ours = try Workbench()
    let folder = theirs.url.appending(path: "Baselines/mine").path
    let imported = try ours.assay("baseline", "import", folder)
    #expect(imported.exitCode == 0, "\(imported.errors)")
    #expect(try ours.assay("baseline", "verify").output == "mine: sound\n")
    let again = try ours.assay("baseline", "import", folder)
    #expect(again.exitCode == 2)
    #expect(again.errors.contains("a baseline of that id"))
    #expect(try ours.assay("baseline", "import", theirs.url.path).exitCode == 2)
  }

  @Test func resultsCompareAsEquivalentWithThemselves() throws {
    let bench = try benchWithBaseline()
    let outcome = try bench.assay(
      "compare", "--baseline", "mine", "--fail-on", "regression", "--json", "out/c.json",
      "--markdown", "out/c.md", "--junit", "out/c.xml")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.contains("2 rows: 0 worse, 0 better, 2 equivalent, 0 undecided, 0 missing"))
    #expect(bench.exists("out/c.json") && bench.exists("out/c.md") && bench.exists("out/c.xml"))
  }

  @Test func aBetterBaselineMeansARegression() throws {
    let bench = try benchWithBaseline()
    try halveTheValuesOfIdentity(in: bench)
    #expect(try bench.assay("baseline", "verify").output == "mine: sound\n")
    let gated = try bench.assay("compare", "--baseline", "mine", "--fail-on", "regression")
    #expect(gated.exitCode == 1)
    #expect(gated.output.contains("worse"))
    #expect(try bench.assay("compare", "--baseline", "mine").exitCode == 0)
  }

  /// Makes the baseline better, hash and all, as if an earlier program had been.
  private func halveTheValuesOfIdentity(in bench: Workbench) throws {
    let path = "Baselines/mine/measurements.tsv"
    let hash = try bench.shell("sha256sum \(path)").output.prefix(64)
    let lines = try bench.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.first).split(separator: "\t")
    let value = try #require(head.firstIndex(of: "value"))
    let better = lines.map { line in
      var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields.contains("identity"), let number = Double(fields[value]) {
        fields[value] = "\(number / 2)"
      }
      return fields.joined(separator: "\t")
    }
    try bench.folder.write(better.joined(separator: "\n"), to: path)
    let newHash = try bench.shell("sha256sum \(path)").output.prefix(64)
    let header = try bench.text("Baselines/mine/baseline.json")
    try bench.folder.write(
      header.replacing(String(hash), with: String(newHash)), to: "Baselines/mine/baseline.json")
  }

  @Test func theLeaderboardIsWrittenAndChecked() throws {
    let bench = try benchWithBaseline()
    #expect(try bench.assay("leaderboard").output.contains("FNO"))
    #expect(try bench.assay("leaderboard", "--check").exitCode == 1)
    #expect(try bench.assay("leaderboard", "--write").exitCode == 0)
    let fresh = try bench.assay("leaderboard", "--check")
    #expect(fresh.exitCode == 0)
    try bench.folder.write("old", to: "Reports/leaderboard.md")
    let stale = try bench.assay("leaderboard", "--check")
    #expect(stale.exitCode == 1)
    #expect(stale.output.contains("Reports/leaderboard.md is stale"))
  }

  @Test func someModelsAreSavedAlone() throws {
    let bench = try benchWithBaseline()
    let saved = try bench.assay("baseline", "save", "one", "--models", "fno")
    #expect(saved.output == "saved 2 cells as Baselines/one\n", "\(saved.errors)")
    let cells = try bench.text("Baselines/one/cells.tsv")
    #expect(cells.contains("\tfno\t") && !cells.contains("\tidentity\t"))
    let unknown = try bench.assay("baseline", "save", "two", "--models", "fnoo")
    #expect(unknown.exitCode == 2)
    #expect(unknown.errors.contains("no stored cell of model 'fnoo'"), "\(unknown.errors)")
    #expect(unknown.errors.contains("write 'fno' instead"))
  }

  @Test func onlyResultsCanBeSaved() throws {
    let bench = try Workbench()
    #expect(try bench.assay("baseline", "save", "mine").exitCode == 2)
    _ = try bench.assay("run", "tiny", "--models", "identity")
    let wrongProfile = try bench.assay("baseline", "save", "mine", "--profile", "paper")
    #expect(wrongProfile.exitCode == 2)
    #expect(wrongProfile.errors.contains("no cell at profile paper"))
    let badName = try bench.assay("baseline", "save", "../mine")
    #expect(badName.exitCode == 2)
    #expect(badName.errors.contains("small letters, digits and hyphens"))
  }
}
