import Foundation
import Submissions
import TestSupport
import Testing

@Suite struct StatusTests {
  /// A submission of three elements on a Slurm of which the test says what its queue holds.
  final class Bench {
    let home: TemporaryFolder
    let folder: SubmissionFolder
    let submission = Fixture.submission()

    init() throws {
      home = try TemporaryFolder()
      folder = SubmissionFolder(home.url.appending(path: "s"))
    }

    func submitter(queue: String) -> (Submitter, FakeCommands) {
      let fake = FakeCommands { words, number in
        switch words.first {
        case "sbatch": .init(output: "\(100 + number)\n")
        case "squeue" where queue.isEmpty: .init(errors: "Invalid job id", exitCode: 1)
        default: .init(output: queue)
        }
      }
      return (Submitter(.slurm, command: fake.command), fake)
    }

    /// What a step's script would have written.
    func write(_ step: String, exitCode: Int?, launch: Int = 1) throws {
      let ended = exitCode == nil ? "" : "2026-07-31T14:00:00Z"
      try home.write(
        """
        {"step":"\(step)","launch":\(launch),"started":"2026-07-31T13:46:00Z","ended":"\(ended)",\
        "exitCode":\(exitCode ?? -1),"host":"node1","job":"101_\(step)","process":1,\
        "processStart":"5"}
        """, to: "s/status/\(step).json")
    }
  }

  @Test func wordsFollowFromFilesAndQueue() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    try bench.write("1", exitCode: 0)
    try bench.write("2", exitCode: nil)
    let running = "101_2|RUNNING|None\n101_3|PENDING|Resources\n102|PENDING|Dependency\n"
    let status = try bench.submitter(queue: running).0.status(bench.folder)
    #expect(status.elements.map(\.word) == [.done, .running, .waiting])
    #expect(!status.hasEnded && status.exitCode == .done)
    #expect(status.tally == "3 elements: 1 done; 1 running; 1 waiting")
    try Golden.check(status.text, "status.txt")
    let gone = try bench.submitter(queue: "").0.status(bench.folder)
    #expect(gone.elements.map(\.word) == [.done, .lost, .lost])
    #expect(gone.hasEnded && gone.exitCode == .cellsFailed)
  }

  @Test func exitCodesAreWords() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    for (step, code) in [("1", 3), ("2", 130), ("3", 2)] { try bench.write(step, exitCode: code) }
    let status = try bench.submitter(queue: "").0.status(bench.folder)
    #expect(
      status.elements.map { "\($0.word)" } == [
        "done, some cells failed", "failed(130)", "failed(2)",
      ])
  }

  @Test func aStepThatSlurmStartsAgainIsWaiting() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    try bench.write("1", exitCode: nil)
    let status = try bench.submitter(queue: "101_1|PENDING|BeginTime\n").0.status(bench.folder)
    #expect(status.elements[0].word == .waiting)
  }

  @Test func onlyWhatFailedOrWasLostIsResumedAndThatOnce() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    try bench.write("1", exitCode: 0)
    try bench.write("2", exitCode: 137)
    let (submitter, fake) = bench.submitter(queue: "")
    let launch = try #require(try submitter.resume(bench.folder))
    #expect(launch.number == 2 && launch.elements == [2, 3])
    let sent = fake.said.filter { $0.first == "sbatch" }
    #expect(sent.count == 2 && sent[0].contains("--array=2,3%2"))
    let script = try String(contentsOf: bench.folder.script, encoding: .utf8)
    #expect(script.contains("\nlaunch=2\n"))
    // The old word of element 2 belongs to the launch before.
    let job = try #require(launch.jobs[.elements])
    let queue = "\(job)_2|PENDING|None\n\(job)_3|RUNNING|None\n"
    let status = try bench.submitter(queue: queue).0.status(bench.folder)
    #expect(status.elements.map(\.word) == [.done, .waiting, .running])
    #expect(try bench.submitter(queue: queue).0.resume(bench.folder) == nil)
  }

  @Test func failedCellsAreRunAgainOnlyWhenAsked() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    for (step, code) in [("1", 0), ("2", 3), ("3", 0), ("merge", 0)] {
      try bench.write(step, exitCode: code)
    }
    let (submitter, _) = bench.submitter(queue: "")
    #expect(try submitter.resume(bench.folder) == nil)
    #expect(try submitter.resume(bench.folder, retriesFailed: true)?.elements == [2])
    let script = try String(contentsOf: bench.folder.script, encoding: .utf8)
    #expect(script.contains("--retry-failed"))
  }

  @Test func aLostMergeIsMadeAgainAlone() throws {
    let bench = try Bench()
    try bench.submitter(queue: "").0.submit(bench.submission, in: bench.folder, makesData: false)
    for step in ["1", "2", "3"] { try bench.write(step, exitCode: 0) }
    let (submitter, fake) = bench.submitter(queue: "")
    #expect(try submitter.resume(bench.folder)?.stages == [.merge])
    #expect(fake.said.filter { $0.first == "sbatch" }.map(\.last) == ["merge"])
  }

  @Test func aKillBetweenTwoJobsLeavesLostElements() throws {
    let bench = try Bench()
    let fake = FakeCommands { words, _ in .init(errors: "down", exitCode: 1) }
    #expect(throws: (any Error).self) {
      try Submitter(.slurm, command: fake.command).submit(
        bench.submission, in: bench.folder, makesData: true)
    }
    let status = try bench.submitter(queue: "").0.status(bench.folder)
    #expect(status.steps.map(\.word) == [.lost, .lost, .lost, .lost, .lost])
    #expect(try bench.submitter(queue: "").0.resume(bench.folder)?.stages == LaunchStage.allCases)
  }

  @Test func aDryRunShowsAllAndWritesNothing() throws {
    let submission = Fixture.submission()
    let submitter = Submitter(.slurm, command: ExternalCommand { _ in .init(exitCode: 1) })
    let launch = submitter.draft(submission, makesData: true)
    let run = DryRun(
      launch, of: submission, in: Fixture.place,
      commands: submitter.commands(launch, of: submission, in: Fixture.place))
    try Golden.check(run.text, "dry-run.txt")
    #expect(!FileManager.default.fileExists(atPath: Fixture.place.url.path))
  }

  @Test func submissionsAreFoundByTheBeginningOfTheirIds() throws {
    let home = try TemporaryFolder()
    let shelf = SubmissionShelf(home.url)
    for id in ["2026-1", "2026-12", "2027-3"] {
      try shelf.folder(id).save(Fixture.submission())
    }
    #expect(shelf.identifiers() == ["2026-1", "2026-12", "2027-3"])
    #expect(try shelf.find("2027").url.lastPathComponent == "2027-3")
    #expect(try shelf.find("2026-1").url.lastPathComponent == "2026-1")
    #expect(throws: (any Error).self) { try shelf.find("2026") }
    #expect(throws: (any Error).self) { try shelf.find("x") }
  }
}
