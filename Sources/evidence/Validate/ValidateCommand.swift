import ArgumentParser
import Foundation
import Physics

/// `evidence validate`: numerics beside published references.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Compare the numerics with references and write Reports/validation.json.")

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "Reports/validation.json"

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Only these groups, printed and not written: "
        + ValidationGroup.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "groups"))
  var only: [ValidationGroup] = []

  @Option(help: "How many runs are killed at random moments to see that nothing is lost.")
  var kills = 500

  @Flag(help: "Exit 1 when a validation fails.")
  var strict = false

  func run() throws {
    let groups = only.isEmpty ? ValidationGroup.allCases : only
    let results = try groups.flatMap { try $0.results(kills: kills) }
    for result in results { print(line(result)) }
    if only.isEmpty { try EvidenceFile.write(results, to: output) }
    if strict, !results.allSatisfy(\.pass) { throw ExitCode(1) }
  }

  private func line(_ result: ValidationResult) -> String {
    let name = result.name.padding(toLength: 48, withPad: " ", startingAt: 0)
    let numbers = String(
      format: "%10.4g  reference %10.4g  tolerance %8.3g", result.ours, result.reference,
      result.tolerance)
    return "\(name)\(numbers)  \(result.pass ? "pass" : "FAIL")  \(result.quantity)"
  }
}
