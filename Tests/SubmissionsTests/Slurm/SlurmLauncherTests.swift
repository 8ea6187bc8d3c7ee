import Experiment
import Foundation
import Submissions
import TestSupport
import Testing

@Suite struct SlurmLauncherTests {
  func launch(_ elements: [Int] = [1, 2, 3], jobs: [LaunchStage: String] = [:]) -> Launch {
    var launch = Launch(
      number: 1, elements: elements, stages: LaunchStage.allCases,
      started: "2026-07-31T13:45:02Z", host: "here")
    launch.jobs = jobs
    return launch
  }

  @Test func theCommandsAreOneAStage() throws {
    let submission = Fixture.submission(options: ["--partition=long", "--qos=a b"])
    let commands = SlurmLauncher(command: ExternalCommand { _ in .init() }).commands(
      launch([1, 3]), of: submission, in: Fixture.place)
    try Golden.check(commands.map { ShellText.line($0) + "\n" }.joined(), "sbatch.txt")
  }

  @Test func eachStageWaitsForTheOneBefore() throws {
    let fake = FakeCommands { _, number in .init(output: "\(40 + number);cluster\n") }
    var jobs: [LaunchStage: String] = [:]
    try SlurmLauncher(command: fake.command).start(
      launch(), of: Fixture.submission(), in: Fixture.place
    ) { jobs[$0] = $1 }
    #expect(jobs == [.data: "41", .elements: "42", .merge: "43"])
    #expect(fake.said.count == 3)
    #expect(!fake.said[0].contains { $0.hasPrefix("--dependency") })
    #expect(fake.said[1].contains("--dependency=afterok:41"))
    #expect(fake.said[1].contains("--array=1-3%2"))
    #expect(fake.said[2].contains("--dependency=afterany:42"))
    #expect(fake.said[2].last == "merge")
  }

  @Test func aRefusalIsTold() throws {
    let fake = FakeCommands { _, _ in
      .init(errors: "sbatch: error: invalid partition specified: x\n", exitCode: 1)
    }
    let error = #expect(throws: AssayError.self) {
      try SlurmLauncher(command: fake.command).start(
        launch(), of: Fixture.submission(), in: Fixture.place
      ) { _, _ in }
    }
    #expect(error?.found == "sbatch: error: invalid partition specified: x")
    let absent = FakeCommands { _, _ in .init(errors: "env: no sbatch", exitCode: 127) }
    let other = #expect(throws: AssayError.self) {
      try SlurmLauncher(command: absent.command).start(
        launch(), of: Fixture.submission(), in: Fixture.place
      ) { _, _ in }
    }
    #expect(other?.found == "there is no such program on this machine")
  }

  @Test func theQueueIsReadTaskByTask() throws {
    let fake = FakeCommands { words, _ in
      words.contains("--jobs=42")
        ? .init(output: "42_1|RUNNING|None\n42_2|PENDING|JobArrayTaskLimit\n42_3|COMPLETED|None\n")
        : words.contains("--jobs=43")
          ? .init(output: "43|PENDING|Dependency\n")
          : .init(errors: "slurm_load_jobs error: Invalid job id specified\n", exitCode: 1)
    }
    let presence = SlurmLauncher(command: fake.command).presence(
      of: launch(jobs: [.data: "41", .elements: "42", .merge: "43"]), in: Fixture.place)
    let words = ["data", "1", "2", "3", "merge"].map(presence.word)
    #expect(words == [.gone, .running, .waiting, .gone, .waiting])
  }

  @Test func elementsThatCanNeverBeginAreGone() {
    let fake = FakeCommands { _, _ in .init(output: "42_1|PENDING|DependencyNeverSatisfied\n") }
    let presence = SlurmLauncher(command: fake.command).presence(
      of: launch(jobs: [.elements: "42"]), in: Fixture.place)
    #expect(presence.word("1") == .gone)
  }

  @Test func aQueueThatDoesNotAnswerIsUnknownAndNotEmpty() {
    for outcome in [
      ExternalCommand.Outcome(exitCode: 127),
      .init(errors: "Unable to contact slurm controller (connect failure)", exitCode: 1),
    ] {
      let fake = FakeCommands { _, _ in outcome }
      let presence = SlurmLauncher(command: fake.command).presence(
        of: launch(jobs: [.elements: "42"]), in: Fixture.place)
      #expect(presence.word("1") == .unknown)
    }
  }

  @Test func cancellingStopsWhatWaitsAndAsksWhatRunsToEnd() throws {
    let fake = FakeCommands { _, _ in .init() }
    try SlurmLauncher(command: fake.command).cancel(
      launch(jobs: [.elements: "42", .merge: "43"]), in: Fixture.place)
    #expect(
      fake.said == [
        ["scancel", "--state=PENDING", "43", "42"],
        ["scancel", "--batch", "--signal=TERM", "43", "42"],
      ])
    let over = FakeCommands { _, _ in
      .init(errors: "scancel: error: Kill job error on job id 42: Invalid job id", exitCode: 1)
    }
    try SlurmLauncher(command: over.command).cancel(
      launch(jobs: [.elements: "42"]), in: Fixture.place)
    let down = FakeCommands { _, _ in .init(errors: "no controller", exitCode: 1) }
    #expect(throws: AssayError.self) {
      try SlurmLauncher(command: down.command).cancel(
        launch(jobs: [.elements: "42"]), in: Fixture.place)
    }
  }
}
