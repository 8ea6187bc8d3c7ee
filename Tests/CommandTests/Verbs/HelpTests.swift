import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  static let verbs = [
    "run", "plan", "list", "validate", "check-model", "init", "init model", "show", "report",
    "compare", "leaderboard", "doctor", "data",
    "data list", "data generate", "data import", "data export", "data verify", "baseline",
    "baseline list", "baseline save", "baseline import", "baseline show", "baseline verify",
    "baseline history", "baseline diff", "verify", "history", "diff", "export", "export results",
    "export tables", "export figures", "export bundle", "export ci", "merge", "submit",
    "submit start", "submit status", "submit resume", "submit cancel",
  ]

  @Test(arguments: [""] + verbs)
  func everyVerbExplainsItselfWithExamples(verb: String) throws {
    let words = verb.split(separator: " ").map(String.init) + ["--help"]
    let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), words)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "EXAMPLES:"))
    let examples = lines[(start + 1)...].prefix { !$0.isEmpty }
    #expect(!examples.isEmpty)
    let name = "assay" + (verb.isEmpty ? "" : " \(verb)")
    #expect(
      examples.allSatisfy { $0.hasPrefix("  \(name)") }, "a line is broken or of another verb")
    #expect(!outcome.output.contains("List("), "a default is shown as Swift sees it")
  }

  @Test func theHelpTellsTheExitCodes() throws {
    let output = try Workbench().assay("--help").output
    for code in ["0", "1", "2", "3", "4", "130"] {
      #expect(output.contains(try Regex("\n  \(code) +\\w")))
    }
  }

  @Test func everyVerbIsDocumented() throws {
    let headings = try PackageFolder.text("docs/commands.md").split(separator: "\n")
      .filter { $0.hasPrefix("## ") || $0.hasPrefix("### ") }
    for verb in Self.verbs {
      #expect(
        headings.contains { $0.hasSuffix("# assay \(verb)") }, "docs/commands.md lacks \(verb)")
    }
  }

  @Test func everyFlagIsDocumentedAndNoOther() throws {
    let document = try PackageFolder.text("docs/commands.md")
    let documented = Set(document.matches(of: /`(--[a-z-]+)/).map { String($0.1) })
    var known: Set<String> = []
    for verb in Self.verbs {
      let words = verb.split(separator: " ").map(String.init) + ["--help"]
      let help = try ChildProcess.run(BuiltProduct.executable("assay"), words).output
      known.formUnion(help.matches(of: /(?m)^ +(?:-h, )?(--[a-z-]+)/).map { String($0.1) })
    }
    #expect(documented.symmetricDifference(known).sorted() == [])
  }

  @Test(arguments: [
    ["frobnicate"], ["run", "tiny", "--frobnicate"], ["show", "a", "b"], ["data", "list", "--x"],
  ])
  func unknownWordsAreMistakesOfUsage(words: [String]) throws {
    let outcome = try ChildProcess.run(BuiltProduct.executable("assay"), words)
    #expect(outcome.exitCode == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("Usage:"))
  }

  @Test func theVersionIsPrinted() throws {
    let outcome = try Workbench().assay("--version")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(/^\d+\.\d+\.\d+\n$/))
  }
}
