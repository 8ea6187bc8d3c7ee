import ArgumentParser
import Experiment
import ExternalModels
import Foundation
import Harness
import Models
import Planning

/// `assay check-model`: the laws of an external model, tried on made-up data.
struct CheckModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-model",
    abstract:
      "Try whether a model in another language keeps the protocol, and explain what is amiss.",
    discussion: """
      The program of the model file is started a few times on made-up data of a small role. Exits with 1 \
      when a law is broken.

      EXAMPLES:
        assay check-model my-model.yaml
        assay check-model my-model.yaml --role role.json   a role of your own
      """)

  @Argument(help: ArgumentHelp("The model file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("A JSON file with a role: inputs and outputs.", valueName: "file"))
  var role: String?

  @Option(help: ArgumentHelp("What the program has for each answer.", valueName: "seconds"))
  var patience = 120.0

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let recipe = try recipe()
    // As those of cells: whatever a program makes of them they go away, and at the latest with the next run.
    let folders = ScratchFolders(in: FileManager.default.temporaryDirectory)
    // What left the program's session is a child of this process by now.
    defer { Harness.endOrphans() }
    let conformance = ModelConformance(
      try recipe.program(), parameters: recipe.parameters, role: try givenRole(),
      answerSeconds: patience,
      scratch: ScratchSource(make: { try folders.folder(for: 0) }, clear: { _ in folders.clear(0) })
    ) { finding in
      if !json { print(Self.lines(finding)) }
    }
    let report = try conformance.report()
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    } else {
      printFacts(report)
    }
    if !report.isConformant { throw Outcome(code: .regression) }
  }

  private func recipe() throws -> External {
    let url = URL(filePath: file)
    let model = try ModelFile.load(url, catalogue: .assay)
    guard let use = model.recipes.sorted(by: { $0.key.rawValue < $1.key.rawValue }).first?.value,
      let recipe = try Catalogue.assay.model(use) as? External
    else {
      throw AssayError(
        .badInput, where: file, found: "model \(model.id), which is no external one",
        expected: "a model file with 'external'", remedy: "see docs/protocol.md")
    }
    return try recipe.located(in: URL(filePath: model.folder, directoryHint: .isDirectory))
  }

  private func givenRole() throws -> Role {
    guard let role else { return .madeUp }
    guard let data = FileManager.default.contents(atPath: role) else {
      throw AssayError(
        .badInput, where: role, found: "no file that can be read", expected: "a role as JSON",
        remedy: "correct the path")
    }
    do {
      return try JSONDecoder().decode(Role.self, from: data)
    } catch {
      throw AssayError(
        .badInput, where: role, found: "\(error)",
        expected: "inputs and outputs, each with name, shape and unit",
        remedy: "write it as 'hello' has it in docs/protocol.md")
    }
  }

  private static func lines(_ finding: ConformanceFinding) -> String {
    let mark =
      switch finding.outcome {
      case .passed: "ok    "
      case .failed: "BROKEN"
      case .noted: "note  "
      }
    let explanation = finding.explanation.isEmpty ? "" : "\n        \(finding.explanation)"
    return "\(mark)  \(finding.law)\(explanation)"
  }

  private func printFacts(_ report: ConformanceReport) {
    for (name, value) in report.facts.sorted(by: { $0.key < $1.key }) {
      print("\(name): \(value)")
    }
    print(report.isConformant ? "It is ready to be run." : "It is not ready yet.")
  }
}
