import Foundation
import Reports
import Testing

@Suite struct HTMLReportTests {
  @Test func theSameInputGivesTheSameBytes() throws {
    let first = try HTMLReport.render(Fixture().input)
    #expect(try HTMLReport.render(Fixture().input) == first)
    if let folder = ProcessInfo.processInfo.environment["REPORT_PREVIEW"] {
      try first.write(toFile: folder + "/index.html", atomically: true, encoding: .utf8)
      try LeaderboardPage.render(Fixture().input.standings).write(
        toFile: folder + "/leaderboard.html", atomically: true, encoding: .utf8)
      try PDFReport.write(Fixture().input, to: folder + "/report.pdf")
    }
  }
}
