import Foundation
import TestSupport
import Testing

@Suite struct KillTests {
  @Test func aKilledWorkerCostsItsCellAlone() throws {
    let bench = try Workbench()
    let run = try bench.start(
      "run", "tiny", "--profile", "paper", "--json", "--jobs", "1", "--seeds", "0,1")
    for seed in [0, 1] {
      try run.waitForEvents(#""fit""#, #""fno""#, #""seed":\#(seed)"#)
      let worker = try #require(run.children.first)
      kill(worker, SIGKILL)
    }
    let outcome = try run.wait()
    #expect(outcome.exitCode == 3)
    #expect(outcome.output.contains(#""states":{"done":2,"failed":2}"#))
    let cell = try bench.assay("show", "tiny/prop/fno/0")
    #expect(cell.output.contains("the worker died by SIGKILL (killed from outside)"))
    #expect(try bench.assay("doctor").exitCode == 0)
    let kept = try bench.assay("run", "tiny", "--profile", "paper", "--seeds", "0,1")
    #expect(kept.exitCode == 3)
    #expect(kept.output.contains("(0 run"))
  }

  @Test func aKilledRunLosesTheCellInFlightAndNoMore() throws {
    let bench = try Workbench()
    let run = try bench.start("run", "tiny", "--profile", "standard", "--json", "--jobs", "1")
    try run.waitForEvents("cellFinished", #""fno""#, count: 2)
    let workers = run.children
    #expect(!workers.isEmpty)
    run.send(SIGKILL)
    let killed = try run.wait()
    #expect(killed.exitCode == 128 + SIGKILL)
    let seen = killed.output.split(separator: "\n").count { $0.contains("cellFinished") }
    #expect(eventually { !workers.contains(where: isRunning) }, "a worker outlived its run")
    #expect(try bench.assay("doctor").exitCode == 0)
    let done = try bench.assay("show").output.split(separator: "\n").count {
      $0.contains("  done  ")
    }
    #expect(seen...(seen + 1) ~= done, "a cell is stored just before it is told")
    let again = try bench.assay("run", "tiny", "--profile", "standard")
    #expect(again.exitCode == 0)
    #expect(again.output.contains("12 done (\(12 - done) run, \(done) from the store)"))
  }

  @Test func anInterruptedRunKeepsItsCellsAndGoesOn() throws {
    let bench = try Workbench()
    let run = try bench.start("run", "tiny", "--profile", "standard", "--json", "--jobs", "2")
    try run.waitForEvents("cellFinished", #""fno""#)
    let workers = run.children
    run.send(SIGINT)
    let outcome = try run.wait()
    #expect(outcome.exitCode == 130)
    #expect(outcome.output.contains(#""isInterrupted":true"#))
    let seen = outcome.output.split(separator: "\n").count {
      $0.contains("cellFinished") && $0.contains(#""state":"done""#)
    }
    #expect(eventually { !workers.contains(where: isRunning) })
    #expect(try bench.assay("doctor").exitCode == 0)
    let again = try bench.assay("run", "tiny", "--profile", "standard")
    #expect(again.exitCode == 0)
    #expect(again.output.contains("12 done (\(12 - seen) run, \(seen) from the store)"))
  }

  @Test func aSecondInterruptLeavesAtOnce() throws {
    let bench = try Workbench()
    let run = try bench.start("run", "tiny", "--profile", "paper", "--models", "fno", "--json")
    try run.waitForEvents(#""fit""#)
    let workers = run.children
    run.send(SIGINT)
    run.send(SIGINT)
    #expect(try run.wait().exitCode == 130)
    #expect(eventually { !workers.contains(where: isRunning) })
    #expect(try bench.assay("doctor").exitCode == 0)
  }
}
