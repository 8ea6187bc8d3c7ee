import TestSupport
import Testing

/// Workflow files and pages about them name verbs and flags that exist.
@Suite struct WorkflowTests {
  static let files = [
    ".github/workflows/assay.yml", ".gitlab-ci.yml", "docs/continuous-integration.md",
    "docs/clusters.md",
  ]

  @Test(arguments: files)
  func everyCommandNamesADocumentedVerbAndItsFlags(path: String) throws {
    let reference = try PackageFolder.text("docs/commands.md")
    let verbs = reference.matches(of: /(?m)^##+ assay (.+)$/).map { String($0.1) }
    let flags = Set(reference.matches(of: /`(--[a-z-]+)/).map { String($0.1) })
    let lines = CommandLines.find(in: try PackageFolder.text(path))
    #expect(lines.count >= 4, "the commands of \(path) are not found any more")
    for line in lines {
      #expect(line.verb(of: verbs) != nil, "\(path): \(line)")
      #expect(line.flags.filter { !flags.contains($0) } == [], "\(path): \(line)")
    }
  }

  @Test func commandsAreFoundWhereTheyBegin() {
    let text = """
      run: bin/assay run cfdbench \\
        --jobs=2 --tasks a | tee log
          assay data list
      The word assay means nothing; `assay merge shards/*` does.
      """
    let lines = CommandLines.find(in: text)
    #expect(
      lines.map(\.words) == [
        ["run", "cfdbench", "--jobs=2", "--tasks", "a"], ["data", "list"], ["merge", "shards/*"],
      ])
    #expect(lines.first?.flags == ["--jobs", "--tasks"])
    #expect(lines.map { $0.verb(of: ["data", "data list", "run"]) } == ["run", "data list", nil])
  }
}
