import TestSupport
import Testing

/// The commands of workflow files and pages about them are those of this very program.
@Suite struct WorkflowFlagTests {
  @Test(arguments: [
    ".github/workflows/assay.yml", ".gitlab-ci.yml", "docs/continuous-integration.md",
    "docs/clusters.md",
  ])
  func everyFlagIsOneOfItsVerb(path: String) throws {
    for line in CommandLines.find(in: try PackageFolder.text(path)) {
      let verb = try #require(line.verb(of: HelpTests.verbs), "\(path): \(line)")
      // 'submit' alone is 'submit start'.
      let words = (verb == "submit" ? "submit start" : verb).split(separator: " ").map(String.init)
      let help = try ChildProcess.run(BuiltProduct.executable("assay"), words + ["--help"]).output
      let known = Set(help.matches(of: /(?m)^ +(?:-h, )?(--[a-z-]+)/).map { String($0.1) })
      #expect(line.flags.filter { !known.contains($0) } == [], "\(path): \(line)")
    }
  }
}
