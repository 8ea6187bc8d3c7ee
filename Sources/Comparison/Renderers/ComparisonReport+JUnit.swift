extension ComparisonReport {
  /// JUnit XML for CI: a test case a row; a regression fails, other missing and undecided rows are
  /// skipped with their reason.
  public var junit: String {
    let failures = rows.count(where: \.isRegression)
    let skipped = rows.count(where: \.isOpen)
    let cases = rows.map(\.junitCase).joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="\(XMLText.escaped("compare \(baseline) \(profile.rawValue)"))" \
      tests="\(rows.count)" failures="\(failures)" errors="0" skipped="\(skipped)">
      \(cases)  </testsuite>
      </testsuites>

      """
  }
}

extension ComparisonRow {
  fileprivate var junitCase: String {
    let name = XMLText.escaped("\(task)/\(modelText)/\(quantityText)")
    let open = "    <testcase classname=\"\(XMLText.escaped(suite))\" name=\"\(name)\""
    guard isRegression || isOpen else { return "\(open)/>\n" }
    let reason = XMLText.escaped(sentence)
    let inner =
      isRegression
      ? "<failure type=\"\(verdict.rawValue)\" message=\"\(reason)\"/>"
      : "<skipped message=\"\(reason)\"/>"
    return "\(open)>\n      \(inner)\n    </testcase>\n"
  }
}
