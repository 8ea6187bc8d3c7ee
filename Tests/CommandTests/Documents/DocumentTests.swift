import Foundation
import TestSupport
import Testing

/// The commands of the tutorials are run as a reader runs them, in the order of the pages, in one folder.
@Suite struct DocumentTests {
  private static let pages = ["tutorial", "add-a-task", "add-a-suite", "add-a-figure"]
  /// The first page trains two small models; all pages take half a minute on two idle cores.
  private static let seconds = 600.0

  /// The blocks of a page that stand below a line `<!-- run -->`.
  static func commands(of page: String) throws -> [String] {
    let text = try PackageFolder.text("docs/\(page).md")
    return text.matches(of: /(?ms)^<!-- run -->\n```sh\n(.*?)^```$/).map { String($0.1) }
  }

  @Test func everyPageHasCommandsAndEachOfThemIsFound() throws {
    for page in Self.pages {
      let marks = try PackageFolder.text("docs/\(page).md").matches(of: /(?m)^<!-- run -->$/).count
      #expect(marks > 0, "\(page)")
      #expect(try Self.commands(of: page).count == marks, "a mark of \(page) is not above sh")
    }
  }

  @Test func everyCommandOfTheTutorialsSucceeds() throws {
    let folder = try TemporaryFolder()
    let place = folder.url
    for name in ["Suites", "Baselines"] {
      try FileManager.default.copyItem(
        at: PackageFolder.url.appending(path: name), to: place.appending(path: name))
    }
    let programs = try BuiltProduct.executable("assay").deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for page in Self.pages {
      for command in try Self.commands(of: page) {
        let outcome = try ChildProcess.run(
          URL(filePath: "/bin/bash"), ["-euo", "pipefail", "-c", command],
          environment: ["PATH": "\(programs):\(path)"], in: place,
          atMostSeconds: Self.seconds)
        try #require(
          outcome.exitCode == 0,
          "docs/\(page).md:\n\(command)\nexit \(outcome.exitCode)\n\(outcome.output)\(outcome.errors)"
        )
      }
    }
  }
}
