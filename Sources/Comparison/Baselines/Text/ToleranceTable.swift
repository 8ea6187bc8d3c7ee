import Experiment

/// Tolerances as text, one line each.
enum ToleranceTable {
  static let columns = [
    "suite", "task", "model", "metric", "evaluation", "split", "scale", "spread", "count",
    "priorSpread", "priorDegrees", "tolerance",
  ]
  private static let missing = "missing: one seed"

  static func text(_ tolerances: [Tolerance]) -> String {
    TabbedText.text(
      columns: columns,
      rows: tolerances.map { entry in
        [
          entry.suite, entry.task, entry.model, entry.quantity.metric, entry.quantity.evaluation,
          entry.quantity.split, entry.scale.rawValue, entry.spread?.description ?? missing,
          String(entry.count), entry.priorSpread.description, entry.priorDegrees.description,
          entry.tolerance?.description ?? missing,
        ]
      })
  }

  static func tolerances(of text: String, file: String) throws -> [Tolerance] {
    var seen: Set<[String]> = []
    return try TabbedText.lines(of: text, columns: columns, file: file).map { line in
      guard seen.insert(Array(line.fields.prefix(6))).inserted else {
        throw line.error(found: "a second tolerance of the same name", expected: "one")
      }
      return Tolerance(
        suite: line["suite"], task: line["task"], model: line["model"],
        quantity: Quantity(
          metric: line["metric"], evaluation: line["evaluation"], split: line["split"]),
        scale: try line.choice("scale", of: ChangeScale.self),
        spread: try number("spread", in: line), count: try line.integer("count"),
        priorSpread: try line.number("priorSpread"),
        priorDegrees: try line.number("priorDegrees"),
        tolerance: try number("tolerance", in: line))
    }
  }

  private static func number(_ column: String, in line: TabbedLine) throws -> Double? {
    line[column] == missing ? nil : try line.number(column)
  }
}
