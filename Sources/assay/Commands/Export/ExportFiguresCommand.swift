import ArgumentParser
import Canvas
import Comparison
import Experiment
import Figures
import Foundation
import Reports

/// `assay export figures`.
struct ExportFiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Write every figure of the report as a file of its own.",
    discussion: """
      A folder a suite and task, and one for the figures over all tasks.

      EXAMPLES:
        assay export figures --format svg,pdf --output figures
      """)

  @OptionGroup var workspace: Workspace
  @OptionGroup var selection: ReportSelection

  @Option(help: ArgumentHelp("svg, png and pdf, separated by commas.", valueName: "formats"))
  var format: IdentifierList = ["svg"]

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String

  func run() throws {
    let formats = try format.names.map { name in
      guard let format = FileFormat(rawValue: name) else {
        throw AssayError(
          .badInput, where: "--format", found: "'\(name)'",
          expected: FileFormat.allCases.map(\.rawValue).joined(separator: ", "),
          remedy: "separate several by a comma")
      }
      return format
    }
    let input = try selection.material(in: workspace).input()
    for (folder, figures) in FigureSets(input).sets {
      let paths = try FigureFiles.write(figures, to: "\(output)/\(folder)", formats: formats)
      print("wrote \(paths.count) files to \(output)/\(folder)")
    }
  }
}
