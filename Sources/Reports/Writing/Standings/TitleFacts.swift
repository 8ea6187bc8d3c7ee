import Canvas
import Experiment

/// The lines under a report's title.
struct TitleFacts {
  let input: ReportInput

  var facts: [Fact] {
    var facts: [Fact] = []
    let suites = input.standings.sections.map(\.suite)
    var references: [String] = []
    for suite in suites where !suite.reference.isEmpty && !references.contains(suite.reference) {
      references.append(suite.reference)
    }
    facts += references.map { fact("Reference", Reference.spans($0)) }
    let profiles = Profile.allCases.filter { profile in
      input.standings.sections.contains { $0.profile == profile }
    }
    facts += [fact("Profile", [TextSpan(profiles.map(\.meaning).joined(separator: "; "))])]
    if let run = input.frame.runs.max(by: { $0.started < $1.started }) {
      facts.append(
        fact("Last run", [TextSpan(run.started), TextSpan("  "), TextSpan(run.id, .code)]))
      if let code = run.environment.facts["code"] {
        facts.append(fact("Code", [TextSpan(code, .code)]))
      }
      if let machine = run.environment.facts["cpu"] {
        let cores = run.environment.facts["cores"].map { ", \($0) cores" } ?? ""
        facts.append(fact("Machine", [TextSpan(machine + cores)]))
      }
    }
    return facts
  }

  private func fact(_ name: String, _ value: [TextSpan]) -> Fact {
    Fact(name: name, value: value)
  }
}

extension Profile {
  /// What the profile is worth, in words.
  var meaning: String {
    switch self {
    case .quick:
      "Quick: reduced sizes that check that everything works, not the published protocol; no basis "
        + "for conclusions"
    case .standard: "Standard: reduced sizes, hours; not the published protocol"
    case .paper: "Paper: the published protocol"
    }
  }

  /// How results are labelled wherever they are shown.
  var label: String { rawValue.uppercased() }
}
