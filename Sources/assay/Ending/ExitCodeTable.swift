import Experiment

/// The table of exit codes for help texts.
enum ExitCodeTable {
  /// One line a code.
  static var text: String {
    Experiment.ExitCode.allCases
      .map { code in
        let number = String(code.rawValue)
        return "  \(number)\(String(repeating: " ", count: 5 - number.count))\(code.meaning)"
      }
      .joined(separator: "\n")
  }
}
