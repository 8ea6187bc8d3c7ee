import Foundation
import TestSupport
import Testing

/// Submissions on this machine, and what continuous integration is shown of them.
@Suite struct SubmitTests {
  @Test func aDryRunWritesNothing() throws {
    let bench = try Workbench()
    let outcome = try bench.assay("submit", "tiny", "--elements", "2", "--dry-run")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("\n#!/usr/bin/env bash\n"))
    #expect(outcome.output.contains("--array=1,2 "))
    #expect(outcome.output.contains("prop/identity 0"))
    #expect(!bench.exists(".assay"))
  }

  @Test func elementsFindWhatOneRunFinds() throws {
    let bench = try Workbench()
    let outcome = try bench.assay(
      "submit", "tiny", "--elements", "2", "--launcher", "local", "--wait")
    #expect(outcome.exitCode == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("2 elements: 2 done"))
    _ = try bench.assay("baseline", "save", "shards")
    _ = try bench.assay("run", "tiny", "--store", "one.sqlite")
    _ = try bench.assay("baseline", "save", "one", "--store", "one.sqlite")
    #expect(
      try results("Baselines/shards/measurements.tsv", bench)
        == results("Baselines/one/measurements.tsv", bench))
    let list = try bench.assay("submit", "status").output
    let id = String(list.prefix { $0 != ":" })
    #expect(try bench.assay("submit", "resume", id).output.hasPrefix("nothing to start again"))
    #expect(try bench.assay("merge", ".assay/submissions/\(id)").output.contains(" 0 new cells"))
  }

  @Test func optionsOfSlurmAreRefusedOnThisMachine() throws {
    let outcome = try Workbench().assay(
      "submit", "tiny", "--launcher", "local", "--partition", "cpu")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("none of --partition, --account and --option"))
  }

  @Test func aShardThatIsMissingIsAFailedTest() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--shard", "1/2", "--store", "one.sqlite")
    let outcome = try bench.assay(
      "export", "ci", "tiny", "--store", "one.sqlite", "--junit", "run.xml", "--summary",
      "summary.md", "--annotations", "github")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("::error title=gate%3A every cell has numbers::2 of 4"))
    #expect(try bench.text("run.xml").contains("tests=\"4\" failures=\"2\""))
    #expect(try bench.text("summary.md").contains("2 cells: 2 done; 2 more were not run"))
  }

  /// Rows without times and memory, which are of one run alone.
  private func results(_ path: String, _ bench: Workbench) throws -> [Substring] {
    try bench.text(path).split(separator: "\n").filter {
      !$0.contains("cost") && !$0.hasPrefix("#")
    }
  }
}
