import Experiment

/// The values of single test samples of the quantities that rank, one line a value.
enum SampleTable {
  static let columns = [
    "suite", "task", "model", "seed", "metric", "evaluation", "split", "sample", "case", "value",
  ]
  /// Where no case is stored, every sample is its own.
  private static let noCase = "-"

  static func text(_ cells: [CellResult], suites: [SuiteDescription]) -> String {
    let rows = cells.flatMap { cell in
      quantities(of: cell.identity, suites: suites).flatMap { lines(of: cell, $0) }
    }
    return TabbedText.text(columns: columns, rows: rows)
  }

  /// The series by cell, in the order of the file, each cell's cases after its quantities.
  static func curves(of text: String, file: String, profile: Profile) throws
    -> [CellIdentity: [Curve]]
  {
    var series: [CellIdentity: [SampleSeries]] = [:]
    for line in try TabbedText.lines(of: text, columns: columns, file: file) {
      let identity = try CellTable.identity(in: line, profile: profile)
      let quantity = Quantity(
        metric: line["metric"], evaluation: line["evaluation"], split: line["split"])
      let sample = try line.integer("sample")
      let place = line["case"] == noCase ? nil : try line.integer("case")
      var own = series[identity, default: []]
      if own.last?.quantity != quantity {
        guard !own.contains(where: { $0.quantity == quantity }) else {
          throw line.error(
            found: "a second block of \(quantity.metric)", expected: "one block a quantity")
        }
        own.append(SampleSeries(quantity: quantity))
      }
      guard own[own.count - 1].append(sample, place, try line.number("value")) else {
        throw line.error(
          found: "sample \(sample) after \(own[own.count - 1].samples.last ?? 0), case "
            + "'\(line["case"])'",
          expected: "samples in rising order, all with a case or none")
      }
      series[identity] = own
    }
    return series.mapValues(SampleSeries.curves)
  }

  static func quantities(of identity: CellIdentity, suites: [SuiteDescription]) -> [Quantity] {
    let suite = suites.first { $0.id == identity.suite }
    let primary = suite?.tasks.first { $0.id == identity.task }?.primary ?? []
    return Set(primary).sorted {
      ($0.metric, $0.evaluation, $0.split) < ($1.metric, $1.evaluation, $1.split)
    }
  }

  private static func lines(of cell: CellResult, _ quantity: Quantity) -> [[String]] {
    guard let series = SampleSeries(cell, quantity) else { return [] }
    return series.samples.indices.map { index in
      CellTable.names(of: cell.identity) + [
        quantity.metric, quantity.evaluation, quantity.split, String(series.samples[index]),
        series.cases.isEmpty ? noCase : String(series.cases[index]),
        series.values[index].description,
      ]
    }
  }
}
