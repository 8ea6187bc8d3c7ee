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

  var xml: String {
    let open =
      "    <testcase classname=\"\(XMLText.escaped(group))\" name=\"\(XMLText.escaped(name))\""
    let message = "message=\"\(XMLText.escaped(reason))\""
    switch outcome {
    case .passed: return "\(open)/>\n"
    case .failed:
      return "\(open)>\n      <failure type=\"\(kind)\" \(message)/>\n    </testcase>\n"
    case .skipped: return "\(open)>\n      <skipped \(message)/>\n    </testcase>\n"
    }
  }
}
