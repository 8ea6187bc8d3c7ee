import Foundation

/// Test cases under one name.
struct JUnitSuite {
  let name: String
  let cases: [JUnitCase]

  var xml: String {
    let seconds = cases.compactMap(\.seconds).reduce(0, +)
    let time = seconds > 0 ? " time=\"\(String(format: "%.3f", seconds))\"" : ""
    return """
        <testsuite name="\(XMLText.escaped(name))" tests="\(cases.count)" \
      failures="\(cases.count { $0.outcome == .failed })" errors="0" \
      skipped="\(cases.count { $0.outcome == .skipped })"\(time)>
      \(cases.map(\.xml).joined())  </testsuite>

      """
  }

  /// A file of this suite and others.
  func wrapped(with others: JUnitSuite...) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites>
    \(([self] + others).map(\.xml).joined())</testsuites>

    """
  }
}
