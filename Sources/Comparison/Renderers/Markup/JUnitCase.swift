import Foundation

/// One test case of a JUnit file.
struct JUnitCase {
  enum Outcome {
    case passed
    case failed
    case skipped
  }

  let group: String
  let name: String
  let outcome: Outcome
  /// What kind of failure.
  let kind: String
  let reason: String
  /// What it took; nil when nobody measured it.
  var seconds: Double?
  /// More lines on a failure, as the end of a log.
  var details = ""

  var xml: String {
    let time = seconds.map { " time=\"\(String(format: "%.3f", $0))\"" } ?? ""
    let open =
      "    <testcase classname=\"\(XMLText.escaped(group))\" name=\"\(XMLText.escaped(name))\"\(time)"
    let message = "message=\"\(XMLText.escaped(reason))\""
    switch outcome {
    case .passed: return "\(open)/>\n"
    case .failed:
      let failure = "      <failure type=\"\(XMLText.escaped(kind))\" \(message)"
      let end = details.isEmpty ? "/>" : ">\(XMLText.lines(details))</failure>"
      return "\(open)>\n\(failure)\(end)\n    </testcase>\n"
    case .skipped: return "\(open)>\n      <skipped \(message)/>\n    </testcase>\n"
    }
  }
}
