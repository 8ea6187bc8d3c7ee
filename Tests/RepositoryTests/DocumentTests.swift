import Experiment
import Foundation
import TestSupport
import Testing

/// Documents that must be there and say what the code says.
@Suite struct DocumentTests {
  private static func file(_ path: String) -> RepositoryFile? {
    RepositoryFile.all.first { $0.path == path }
  }

  @Test func everyTargetHasAShortREADME() {
    let targets = Set(
      RepositoryFile.all.filter {
        $0.path.hasPrefix("Sources/") && ["swift", "c"].contains($0.fileExtension)
      }.map(\.target))
    for target in targets.sorted() {
      let readme = Self.file("Sources/\(target)/README.md")
      #expect(readme != nil, "\(target) has no README.md")
      #expect((readme?.lines.count ?? 0) <= 61, "the README.md of \(target) is too long")
    }
  }

  @Test func everySuiteHasAREADME() {
    let suites = RepositoryFile.all.filter {
      $0.path.hasPrefix("Suites/") && $0.name == "suite.yaml"
    }
    #expect(!suites.isEmpty)
    #expect(suites.filter { Self.file("\($0.folder)/README.md") == nil }.map(\.path) == [])
  }

  @Test func theChangelogHasUnreleasedOnTop() throws {
    let file = try #require(Self.file("CHANGELOG.md"))
    #expect(file.lines.first { $0.hasPrefix("## ") } == "## Unreleased")
  }

  @Test func everyRelativeLinkOfADocumentLeadsToAFile() {
    for file in RepositoryFile.all where file.fileExtension == "md" {
      for match in file.text.matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/)
      where !match.1.contains("://") {
        let target = PackageFolder.url.appending(path: file.folder).appending(path: match.1)
        #expect(
          FileManager.default.fileExists(atPath: target.path), "\(file.path) links to \(match.1)")
      }
    }
  }

  @Test func theTableOfExitCodesIsTheProgramsOwn() throws {
    let file = try #require(Self.file("docs/exit-codes.md"))
    let rows = file.text.matches(of: /(?m)^\| `(\d+)` \| ([^|]+?) \|/)
      .map { "\($0.1) \($0.2)" }
    #expect(rows == ExitCode.allCases.map { "\($0.rawValue) \($0.meaning)" })
  }

  @Test func everyDependencyOfThePackageIsExplained() throws {
    let manifest = try #require(Self.file("Package.swift")).text
    let document = try #require(Self.file("docs/dependencies.md")).text
    let packages = manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+?)(?:\.git)?"/).map(\.1)
    let libraries = manifest.matches(of: /apt: \[("[^\]]*)\]/).flatMap {
      $0.1.split { !$0.isLetter && !$0.isNumber && !"-.".contains($0) }
    }
    #expect(packages.count >= 4 && libraries.count >= 5)
    #expect((packages + libraries).filter { !document.contains("`\($0)`") } == [])
  }
}
