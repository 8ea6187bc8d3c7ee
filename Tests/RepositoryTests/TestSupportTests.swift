import Foundation
import TestSupport
import Testing

/// The tools that other tests rely on.
@Suite struct TestSupportTests {
  @Test func aMismatchNamesTheFirstDifferingLine() {
    let mismatch = GoldenMismatch(file: "a.txt", expected: "1\n2\n3", found: "1\n2\nthree\n4")
    #expect(
      mismatch?.description == """
        The golden file a.txt differs at line 3; look, then record with RECORD=1
          golden: 3
          found:  three
        """)
    #expect(GoldenMismatch(file: "a.txt", expected: "1", found: "1") == nil)
    #expect(
      GoldenMismatch(file: "a.txt", expected: "1\n", found: "1")?.found == "the end of the text")
  }

  @Test func aChildGetsItsInputArgumentsAndEnvironment() throws {
    let folder = try TemporaryFolder()
    let outcome = try ChildProcess.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "cat; pwd -P; echo $GREETING $0 >&2; exit 3", "name"],
      environment: ["GREETING": "hello"], input: "typed\n", in: folder.url)
    let place = folder.url.resolvingSymlinksInPath().path
    #expect(outcome.output == "typed\n\(place)\n")
    #expect(outcome.errors == "hello name\n")
    #expect(outcome.exitCode == 3)
  }

  @Test func aChildThatNeverEndsIsKilled() throws {
    let child = try ChildProcess(URL(fileURLWithPath: "/bin/sleep"), ["60"])
    #expect(throws: ChildProcess.TimedOut.self) { try child.wait(atMostSeconds: 0.1) }
  }

  @Test func aSignalShowsInTheExitCode() throws {
    let child = try ChildProcess(URL(fileURLWithPath: "/bin/sleep"), ["60"])
    child.send(SIGTERM)
    #expect(try child.wait().exitCode == 128 + SIGTERM)
  }

  @Test func aTemporaryFolderGoesAway() throws {
    var folder: TemporaryFolder? = try TemporaryFolder()
    let url = try #require(try folder?.write("x", to: "a/b.txt"))
    #expect(FileManager.default.fileExists(atPath: url.path))
    folder = nil
    #expect(!FileManager.default.fileExists(atPath: url.path))
  }
}
