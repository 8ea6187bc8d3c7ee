import Foundation
import TestSupport
import Testing

@Suite struct RunTests {
  @Test func aSecondRunRunsNothing() throws {
    let bench = try Workbench()
    let first = try bench.assay("run", "tiny")
    #expect(first.exitCode == 0)
    #expect(first.output.contains("4 done (4 run, 0 from the store)"))
    let second = try bench.assay("run", "tiny")
    #expect(second.exitCode == 0)
    #expect(second.output.contains("4 done (0 run, 4 from the store)"))
  }

  @Test func everyEventIsALineOfJSON() throws {
    let output = try Workbench().assay("run", "tiny", "--json").output
    let lines = output.split(separator: "\n")
    #expect(lines.count { $0.contains("cellFinished") } == 4)
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test func numbersAreTheSameWithOneJobAndTwo() throws {
    let bench = try Workbench()
    _ = try bench.assay("run", "tiny", "--jobs", "1")
    _ = try bench.assay("baseline", "save", "one")
    let again = try bench.assay("run", "tiny", "--jobs", "2", "--force")
    #expect(again.output.contains("(4 run, 0 from the store)"))
    _ = try bench.assay("baseline", "save", "two")
    let table = try bench.text("Baselines/one/measurements.tsv")
    #expect(table == (try bench.text("Baselines/two/measurements.tsv")))
    let values = Set(table.split(separator: "\n").filter { $0.contains("\tfno\t") })
    #expect(values.count >= 4)
  }

  @Test func tasksModelsAndSeedsCanBeChosen() throws {
    let bench = try Workbench()
    let outcome = try bench.assay(
      "run", "tiny", "--tasks", "prop", "--models", "fno", "--seeds", "3-4,7")
    #expect(outcome.output.contains("3 done (3 run"))
    #expect(outcome.output.contains("tiny/prop/fno/seed 7/quick"))
    #expect(!outcome.output.contains("identity"))
  }

  @Test func aCellThatFailsDoesNotStopTheOthers() throws {
    let bench = try Workbench(TinySuite(network: "modes: 12"))
    let outcome = try bench.assay("run", "tiny")
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains("expected at most 8 modes"))
    #expect(outcome.output.contains("2 done, 2 failed"))
    #expect(try bench.assay("doctor").exitCode == 0)
    try bench.write(TinySuite())
    #expect(try bench.assay("run", "tiny", "--retry-failed").exitCode == 0)
  }

  @Test func aLimitOfTimeLeavesCellsForTheSameCommand() throws {
    let bench = try Workbench()
    let none = try bench.assay("run", "tiny", "--within", "0.001s")
    #expect(none.exitCode == 0, "\(none.errors)")
    #expect(none.output.contains("4 planned (0 run, 0 from the store); no time was left for 4"))
    let all = try bench.assay("run", "tiny", "--within", "1h30m")
    #expect(all.output.contains("4 done (4 run, 0 from the store)"))
    // What cells take is known now.
    let plan = try bench.assay("plan", "tiny", "--seeds", "0-2", "--within", "0.001s")
    #expect(plan.output.contains("6 cells, 0 to run; 2 left out for want of time"))
    #expect(plan.output.contains("tiny/prop/fno/seed 2/quick: no time, about"))
    let both = try bench.assay("run", "tiny", "--force", "--within", "5s")
    #expect(both.exitCode == 2 && both.errors.contains("--within: --force beside it"))
    for wrong in ["0s", "10", "5 minutes", "1h-2m", "m", "99999999999999999999h"] {
      let refused = try bench.assay("run", "tiny", "--within", wrong)
      #expect(refused.exitCode == 2 && refused.errors.contains("--within"), "\(wrong)")
    }
  }

  @Test func aModelOfOnesOwnRunsBesideTheSuites() throws {
    let bench = try Workbench()
    try bench.folder.write(
      """
      schema: 1
      id: mine
      title: Mine
      summary: My own.
      model: {fno: {width: 2, modes: 2, layers: 1, projection: 4}}
      """, to: "mine.yaml")
    let outcome = try bench.assay("run", "tiny", "--model", "mine.yaml", "--models", "mine")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("tiny/prop/mine/seed 0/quick"))
    #expect(try bench.assay("report", "--format", "html").exitCode == 0)
    let beside = try bench.assay("run", "tiny", "--model", "mine.yaml", "--models", "identity")
    #expect(beside.output.contains("4 cells, 2 done already"), "\(beside.output)")
    // The command that the report gives for its cell names the file as well.
    let page = try bench.text("Reports/index.html")
    #expect(page.contains("--models mine --model mine.yaml --seeds 0 --force"))
  }
}
