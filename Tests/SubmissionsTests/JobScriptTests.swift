import Foundation
import Submissions
import TestSupport
import Testing

@Suite struct JobScriptTests {
  /// A submission in a folder of its own whose program is the stand-in.
  struct Bench {
    let home: TemporaryFolder
    let submission: Submission
    let folder: SubmissionFolder

    init() throws {
      home = try TemporaryFolder()
      submission = Fixture.submission(
        .local, program: try Fixture.program(in: home), workingFolder: home.url.path)
      folder = SubmissionFolder(home.url.appending(path: "a folder's name"))
      try folder.save(submission)
      try home.write(
        JobScript(submission, in: folder, launch: 4).text, to: "a folder's name/job.sh")
    }

    func start(_ step: String, environment: [String: String] = [:]) throws -> ChildProcess {
      try ChildProcess(
        URL(filePath: "/bin/bash"), [folder.script.path] + (step.isEmpty ? [] : [step]),
        environment: environment)
    }

    func calls() throws -> String {
      try String(contentsOf: home.url.appending(path: "calls"), encoding: .utf8)
    }
  }

  @Test func theScriptIsAPureFunction() throws {
    let script = JobScript(Fixture.submission(), in: Fixture.place, launch: 1)
    try Golden.check(script.text, "job.sh")
    #expect(script.text == JobScript(Fixture.submission(), in: Fixture.place, launch: 1).text)
    let again = JobScript(
      Fixture.submission(), in: Fixture.place, launch: 2, retriesFailed: true)
    #expect(again.text.contains("--jobs 1 --retry-failed\n"))
    #expect(again.text.contains("\nlaunch=2\n"))
  }

  @Test func anElementRunsItsShardAndSaysSo() throws {
    let bench = try Bench()
    #expect(try bench.start("2").wait().exitCode == 0)
    let shard = bench.folder.shard(2).path
    #expect(
      try bench.calls()
        == "run waves --profile quick --models fno --model my model.yaml --jobs 1 --shard 2/3 "
        + "--store \(shard)\n")
    let record = try #require(bench.folder.record("2"))
    #expect(record.hasEnded && record.exitCode == 0 && record.launch == 4)
    #expect(record.started.hasSuffix("Z") && record.started <= record.ended)
    #expect(bench.folder.existingShards().map(\.path) == [shard])
    #expect(bench.folder.record("1") == nil)
  }

  @Test func theTaskOfAJobArrayIsTheElement() throws {
    let bench = try Bench()
    let outcome = try bench.start(
      "",
      environment: [
        "SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_JOB_ID": "77", "SLURM_JOB_ID": "80",
      ]
    ).wait()
    #expect(outcome.exitCode == 0)
    #expect(bench.folder.record("3")?.job == "77_3")
    #expect(try bench.start("").wait().exitCode != 0, "no step was named")
    #expect(try bench.start("../x").wait().exitCode == 2)
  }

  @Test func dataAndMergeAreStepsOfTheirOwn() throws {
    let bench = try Bench()
    #expect(try bench.start("data").wait().exitCode == 0)
    #expect(try bench.start("merge").wait().exitCode == 0)
    let store = bench.submission.store
    #expect(
      try bench.calls() == """
        data generate waves --profile quick --models fno --model my model.yaml --jobs 2 --store \(store)
        merge \(bench.folder.url.path) --store \(store)

        """)
  }

  @Test func failedCellsEndWellAndOtherCodesAreKept() throws {
    let bench = try Bench()
    for (step, plan, code) in [("1", "3", 0), ("2", "4", 4)] {
      try bench.home.write(plan, to: "\(step).plan")
      #expect(try bench.start(step).wait().exitCode == Int32(code))
      #expect(bench.folder.record(step)?.exitCode == Int(plan))
    }
  }

  @Test func aPoliteKillReachesTheProgramAndEndsWith130() throws {
    let bench = try Bench()
    try bench.home.write("hang", to: "1.plan")
    let child = try bench.start("1")
    #expect(try Fixture.eventually { bench.folder.existingShards().count == 1 })
    #expect(bench.folder.record("1")?.hasEnded == false)
    #expect(bench.folder.record("1")?.process == child.identifier)
    // The stand-in's trap is set a moment after it has left its shard.
    usleep(100_000)
    child.send(SIGTERM)
    #expect(try child.wait(atMostSeconds: 10).exitCode == 130)
    #expect(bench.folder.record("1")?.exitCode == 130)
  }

  @Test func aStartedAgainElementResumesTheSameShard() throws {
    let bench = try Bench()
    for _ in 0..<2 { #expect(try bench.start("1").wait().exitCode == 0) }
    let text = try String(contentsOf: bench.folder.shard(1), encoding: .utf8)
    #expect(text == "1\n1\n")
  }
}
