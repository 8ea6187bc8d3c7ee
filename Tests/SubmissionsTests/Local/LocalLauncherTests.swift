import Foundation
import Submissions
import TestSupport
import Testing

/// Real processes with a stand-in for the program.
@Suite(.serialized) struct LocalLauncherTests {
  struct Bench {
    let home: TemporaryFolder
    let submission: Submission
    let folder: SubmissionFolder
    let submitter = Submitter(.local, command: .system(environment: ["PATH": "/usr/bin:/bin"]))

    init(elements: Int = 3, atOnce: Int = 2) throws {
      home = try TemporaryFolder()
      submission = Fixture.submission(
        .local, elements: elements, program: try Fixture.program(in: home),
        workingFolder: home.url.path, atOnce: atOnce)
      folder = SubmissionFolder(home.url.appending(path: "it's a folder"))
    }

    func awaitEnd() throws -> SubmissionStatus {
      #expect(try Fixture.eventually { try submitter.status(folder).hasEnded })
      return try submitter.status(folder)
    }

    /// Leaves no process behind, whatever a test found.
    func end() { try? submitter.cancel(folder) }

    func calls() throws -> [Substring] {
      try String(contentsOf: home.url.appending(path: "calls"), encoding: .utf8)
        .split(separator: "\n")
    }
  }

  @Test func dataThenElementsThenTheMerge() throws {
    let bench = try Bench()
    defer { bench.end() }
    try bench.submitter.submit(bench.submission, in: bench.folder, makesData: true)
    let status = try bench.awaitEnd()
    #expect(status.steps.map(\.name) == ["data", "1", "2", "3", "merge"])
    #expect(status.steps.map(\.word) == Array(repeating: .done, count: 5))
    let verbs = try bench.calls().map { $0.prefix { $0 != " " } }
    #expect(verbs == ["data", "run", "run", "run", "merge"])
  }

  @Test func noMoreThanTheWantedNumberRunAtOnce() throws {
    let bench = try Bench(elements: 4, atOnce: 2)
    defer { bench.end() }
    for step in 1...4 { try bench.home.write("hang", to: "\(step).plan") }
    try bench.submitter.submit(bench.submission, in: bench.folder, makesData: false)
    #expect(try Fixture.eventually { bench.folder.existingShards().count == 2 })
    usleep(200_000)
    let words = try bench.submitter.status(bench.folder).elements.map(\.word)
    #expect(words == [.running, .running, .waiting, .waiting])
    try bench.submitter.cancel(bench.folder)
    let ended = try bench.awaitEnd()
    #expect(ended.elements.map(\.word) == [.failed(130), .failed(130), .lost, .lost])
  }

  @Test func aKilledElementIsLostAndResumedAlone() throws {
    let bench = try Bench()
    defer { bench.end() }
    try bench.home.write("hang", to: "2.plan")
    try bench.submitter.submit(bench.submission, in: bench.folder, makesData: false)
    #expect(
      try Fixture.eventually {
        let words = try bench.submitter.status(bench.folder).elements.map(\.word)
        return words == [.done, .running, .done]
      })
    let victim = try #require(bench.folder.record("2")?.process)
    // The whole session of the element, as a crash of the machine would.
    #expect(kill(-victim, SIGKILL) == 0)
    #expect(try bench.awaitEnd().elements.map(\.word) == [.done, .lost, .done])
    try bench.home.write("0", to: "2.plan")
    let launch = try #require(try bench.submitter.resume(bench.folder))
    #expect(launch.elements == [2])
    #expect(try bench.awaitEnd().elements.map(\.word) == [.done, .done, .done])
    #expect(try bench.submitter.resume(bench.folder) == nil)
    #expect(try bench.calls().count { $0.hasPrefix("run") } == 4)
  }

  @Test func elementsWithoutDataDoNotBegin() throws {
    let bench = try Bench()
    defer { bench.end() }
    try bench.home.write("2", to: "data.plan")
    try bench.submitter.submit(bench.submission, in: bench.folder, makesData: true)
    let status = try bench.awaitEnd()
    #expect(status.steps.map(\.word) == [.failed(2), .lost, .lost, .lost, .lost])
    try bench.home.write("0", to: "data.plan")
    #expect(try bench.submitter.resume(bench.folder)?.stages == LaunchStage.allCases)
    #expect(try bench.awaitEnd().exitCode == .done)
  }
}
