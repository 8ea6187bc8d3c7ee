import Experiment
import Foundation

extension RunDigest {
  /// GitHub shows ten errors of a step; the last one counts the rest.
  private static let mostErrors = 10

  /// Workflow commands of GitHub Actions: an error a failed cell and a broken gate, one notice with
  /// the tally.
  public var githubAnnotations: String {
    let errors = findings.map { finding in
      "::error title=\(Self.property(finding.title))::\(Self.data(finding.message))\n"
    }
    let shown =
      errors.count <= Self.mostErrors
      ? errors
      : errors.prefix(Self.mostErrors - 1) + [
        "::error title=Assay::and \(errors.count - Self.mostErrors + 1) more\n"
      ]
    return shown.joined() + "::notice title=Assay::\(Self.data(tally))\n"
  }

  /// A line a finding, for any log.
  public var plainAnnotations: String {
    findings.map { finding in
      "error: \(finding.title): \(finding.message.replacing("\n", with: " "))\n"
    }.joined() + "\(tally)\n"
  }

  /// GitLab's code quality report: a JSON array with an issue a failed cell and a broken gate, each at
  /// the suite's file. The fingerprint is that of cell and kind, so that an issue that stays is not
  /// told as a new one.
  public var codeQuality: String {
    let issues = findings.map { finding in
      JSONFragment.object([
        ("description", JSONFragment.string("\(finding.title): \(finding.message)")),
        ("check_name", JSONFragment.string(finding.kind)),
        (
          "fingerprint",
          JSONFragment.string(Digest.sha256(Data("\(finding.title)\n\(finding.kind)".utf8)))
        ),
        ("severity", JSONFragment.string("major")),
        (
          "location",
          JSONFragment.object([
            ("path", JSONFragment.string(finding.file)),
            ("lines", JSONFragment.object([("begin", "1")])),
          ])
        ),
      ])
    }
    return "[" + issues.map { "\n  " + $0 }.joined(separator: ",") + "\n]\n"
  }

  private struct Finding {
    let title: String
    let kind: String
    let message: String
    let file: String
  }

  private var findings: [Finding] {
    let failed = failures.map { cell in
      finding(cell.identity, kind: kind(cell), message: sentence(cell))
    }
    let absent = missing.map {
      finding($0, kind: "not-run", message: "the store has no result of it")
    }
    let broken = gates.filter { !$0.holds }.map {
      Finding(
        title: "gate: \($0.name)", kind: "gate", message: $0.reason,
        file: Self.file(suites.first?.id ?? ""))
    }
    return broken + failed + absent
  }

  private func finding(_ identity: CellIdentity, kind: String, message: String) -> Finding {
    Finding(
      title: "\(identity)", kind: kind, message: message, file: Self.file(identity.suite))
  }

  private static func file(_ suite: String) -> String { "Suites/\(suite)/suite.yaml" }

  /// The part of a workflow command after `::`.
  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// A property of a workflow command.
  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
