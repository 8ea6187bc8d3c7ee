import Experiment

extension ResultFrame {
  /// The frame as JSON Lines, in chunks: a line for each suite, run and cell, and after each cell a
  /// line for each of its measurements. Every line is an object whose `record` says what it is.
  /// `Baseline.importExport` reads it back.
  public func writeJSONLines(to write: (String) throws -> Void) throws {
    try withoutActuallyEscaping(write) { write in
      var chunk = TextChunk(write)
      for suite in suites { try chunk.add(try Self.line("suite", suite)) }
      for run in runs { try chunk.add(try Self.line("run", run)) }
      for cell in cells {
        try chunk.add(Self.line(cell))
        for measurement in cell.evaluation.measurements {
          try chunk.add(Self.line(measurement))
        }
      }
      try chunk.finish()
    }
  }

  private static func line(_ record: String, _ value: some Encodable) throws -> String {
    let json = try JSONText.line(value)
    return JSONFragment.object([("record", JSONFragment.string(record)), ("value", json)]) + "\n"
  }

  private static func line(_ cell: CellResult) -> String {
    let asked = CellProtocol(cell)
    return JSONFragment.object([
      ("record", "\"cell\""), ("suite", JSONFragment.string(cell.identity.suite)),
      ("task", JSONFragment.string(cell.identity.task)),
      ("model", JSONFragment.string(cell.identity.model)), ("seed", String(cell.identity.seed)),
      ("profile", JSONFragment.string(cell.identity.profile.rawValue)),
      ("key", JSONFragment.string(cell.key)),
      ("state", JSONFragment.string(cell.state.rawValue)),
      ("reason", JSONFragment.string(cell.reason)),
      ("dataOrigin", JSONFragment.string(cell.dataOrigin.rawValue)),
      ("dataHash", JSONFragment.string(asked.data)), ("taskHash", JSONFragment.string(asked.task)),
      ("parameterCount", String(cell.parameterCount)), ("run", JSONFragment.string(cell.run)),
    ]) + "\n"
  }

  private static func line(_ measurement: Measurement) -> String {
    let value =
      switch measurement.value {
      case .value(let number): ("value", JSONFragment.number(number))
      case .missing(let reason): ("missing", JSONFragment.string(reason))
      }
    return JSONFragment.object([
      ("record", "\"measurement\""), ("metric", JSONFragment.string(measurement.metric)),
      ("evaluation", JSONFragment.string(measurement.evaluation)),
      ("split", JSONFragment.string(measurement.split)),
      ("position", String(measurement.position)), value,
      ("sampleCount", String(measurement.sampleCount)),
      ("kind", JSONFragment.string(measurement.kind.rawValue)),
    ]) + "\n"
  }
}
