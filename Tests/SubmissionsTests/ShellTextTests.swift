import Foundation
import Submissions
import TestSupport
import Testing

@Suite struct ShellTextTests {
  static let words = [
    "", "plain", "a b", "it's", "''", "$HOME `id` \"x\" \\", "a\nb", "*?[x]~!#&;|<>(){}", "--a=b",
    "=ls", "%1", "~", "größe", "a'b'c", "\t", "-",
  ]

  @Test func aShellReadsEveryWordAsItWas() throws {
    let line = "printf '%s\\0' " + ShellText.line(Self.words)
    let outcome = try ChildProcess.run(URL(filePath: "/bin/bash"), ["-c", line])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output == Self.words.map { $0 + "\0" }.joined())
  }

  @Test func plainWordsStayAsTheyAre() {
    #expect(ShellText.line(["run", "--seeds", "0-4", "a/b_c.d"]) == "run --seeds 0-4 a/b_c.d")
    #expect(ShellText.quoted("it's") == #"'it'\''s'"#)
  }
}
