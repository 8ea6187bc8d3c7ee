import Experiment

extension ResultFrame {
  /// The columns of `writeCSV`.
  public static let csvColumns = [
    "suite", "task", "model", "seed", "profile", "state", "reason", "metric", "evaluation",
    "split", "position", "value", "missing", "sampleCount", "kind", "key",
  ]

  /// Every measurement as one line of comma-separated values (RFC 4180 with line feeds), in chunks
  /// that `write` takes in turn: a million rows need no memory of their own. A cell without any
  /// measurement has one line without a metric, so that failures are not lost. A text that begins like a formula of
  /// a spreadsheet has an apostrophe before it.
  public func writeCSV(to write: (String) throws -> Void) throws {
    try withoutActuallyEscaping(write) { try writeCSV(in: TextChunk($0)) }
  }

  private func writeCSV(in start: TextChunk) throws {
    var chunk = start
    try chunk.add(Self.csvColumns.joined(separator: ",") + "\n")
    for cell in cells {
      let identity = cell.identity
      let start = [
        identity.suite, identity.task, identity.model, String(identity.seed),
        identity.profile.rawValue, cell.state.rawValue, cell.reason,
      ].map(Self.quoted).joined(separator: ",")
      let key = Self.quoted(cell.key)
      if cell.evaluation.measurements.isEmpty { try chunk.add("\(start),,,,,,,,,\(key)\n") }
      for measurement in cell.evaluation.measurements {
        try chunk.add("\(start),\(Self.fields(of: measurement)),\(key)\n")
      }
    }
    try chunk.finish()
  }

  private static func fields(of measurement: Measurement) -> String {
    [
      quoted(measurement.metric), quoted(measurement.evaluation), quoted(measurement.split),
      String(measurement.position), measurement.value.number?.description ?? "",
      quoted(measurement.value.reason ?? ""), String(measurement.sampleCount),
      measurement.kind.rawValue,
    ].joined(separator: ",")
  }

  /// A field of text. One that a spreadsheet would take for a formula gets an apostrophe before it, since
  /// reasons and ids may come from strangers (OWASP, "CSV Injection").
  private static func quoted(_ field: String) -> String {
    let isFormula = field.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
    let text = isFormula ? "'" + field : field
    guard text.utf8.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
    // Scalar by scalar: a quote with a combining mark is still a quote to whoever reads the file.
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
