import ArgumentParser
import Comparison
import Experiment
import Foundation
import Reports
import Store

/// `assay report`: HTML and PDF from stored results and baselines alone; never trains or simulates.
struct ReportCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html
    case pdf
  }

  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write Reports/index.html and Reports/report.pdf from stored results.",
    discussion: """
      The same store and baselines always give the same bytes.

      EXAMPLES:
        assay report
        assay report --profile standard --suites cfdbench --format html
      """)

  @OptionGroup var workspace: Workspace

  @Option(help: "The profile that is reported.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these suites.", valueName: "ids"))
  var suites: IdentifierList = []

  @Option(help: ArgumentHelp("html, pdf or both, separated by a comma.", valueName: "formats"))
  var format: IdentifierList = ["html", "pdf"]

  @Option(help: ArgumentHelp("The folder of reports.", valueName: "folder"))
  var output = "Reports"

  @Option(
    help: ArgumentHelp(
      "The baseline to compare with; 'quick' may be missing, any other must be there.",
      valueName: "id"))
  var baseline = ReportMaterial.optionalBaseline

  func run() throws {
    let formats = try formats()
    let input = try ReportMaterial(
      workspace: workspace, profile: profile, suites: suites.names, baseline: baseline
    ).input()
    let folder = ReportFolder(URL(filePath: output, directoryHint: .isDirectory))
    if formats.contains(.html) {
      try folder.write([("index.html", Data(try HTMLReport.render(input).utf8))])
    }
    if formats.contains(.pdf) {
      try folder.write("report.pdf") { try PDFReport.write(input, to: $0) }
    }
  }

  private func formats() throws -> [Format] {
    try format.names.map { name in
      guard let format = Format(rawValue: name) else {
        throw AssayError(
          .badInput, where: "--format", found: "'\(name)'", expected: "html or pdf",
          remedy: "separate several by a comma")
      }
      return format
    }
  }
}
