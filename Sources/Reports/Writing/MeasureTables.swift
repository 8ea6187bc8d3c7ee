import Canvas
import Comparison
import Experiment
import Figures

/// All that was measured on one task beside the quantities that rank: every metric of every evaluation,
/// the course of roll-outs, costs, and what a protocol's corrections change.
struct MeasureTables {
  let source: FigureSource
  let names: NameBook
  /// The beginning of the tables' ids.
  let place: String

  /// Metrics side by side that fit a page.
  private static let widest = 5
  /// Steps of roll-outs that are listed.
  private static let steps = [1, 5, 10, 20, 50, 100]
  /// The evaluation that a corrected one is set beside has this at its end.
  private static let uncorrected = "-as-published"

  /// The tables that have something to say, each with its title.
  func blocks() -> [Block] {
    let tables =
      corrections() + evaluations.flatMap { measures(of: $0) } + courses() + costs()
    guard !tables.isEmpty else { return [] }
    let titled = tables.enumerated().map { index, table -> Block in
      var table = table
      table.id = "\(place).measures\(index)"
      return .table(table)
    }
    return [.folded(title: "All measures, costs and corrections", titled)]
  }

  private var done: [CellResult] { source.cells.filter { $0.state == .done } }

  private var models: [SuiteDescription.ModelEntry] {
    source.models.filter { model in source.cells.contains { $0.identity.model == model.id } }
  }

  private var results: [Measurement] {
    done.flatMap(\.evaluation.measurements).filter { $0.kind == .result }
  }

  /// In the order of the first cell.
  private var evaluations: [String] {
    unique(results.map(\.evaluation)).filter { !$0.hasSuffix(Self.uncorrected) }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: [String] = []
    for name in names where !seen.contains(name) { seen.append(name) }
    return seen
  }

  private func measures(of evaluation: String) -> [Table] {
    let metrics = unique(results.filter { $0.evaluation == evaluation }.map(\.metric))
    return stride(from: 0, to: metrics.count, by: Self.widest).map { start in
      let part = metrics[start..<min(start + Self.widest, metrics.count)]
      return table(
        "Measures of \(words(evaluation)).", " Mean over seeds.",
        columns: part.map { metric in
          (names.metric(metric, in: source.suite.id), { mean($0, metric, evaluation, 0) })
        })
    }
  }

  private func courses() -> [Table] {
    let stepwise = results.filter { $0.position > 0 }
    guard
      let metric = source.task.primary.map(\.metric).first(where: { name in
        stepwise.contains { $0.metric == name }
      })
    else { return [] }
    let last = stepwise.map(\.position).max() ?? 0
    let steps = Self.steps.filter { $0 < last } + [last]
    return unique(stepwise.map(\.evaluation)).map { evaluation in
      table(
        "\(names.metric(metric, in: source.suite.id)) along the \(words(evaluation)).",
        " Mean over seeds at single steps.",
        columns: steps.map { step in ("step \(step)", { mean($0, metric, evaluation, step) }) })
    }
  }

  private func costs() -> [Table] {
    let metrics = unique(
      done.flatMap(\.evaluation.measurements).filter { $0.kind == .cost }.map(\.metric))
    let measured = metrics.map { metric -> Column in
      (metric.replacing("-", with: " "), { mean($0, metric, "cost", 0) })
    }
    let sizes: [Column] = [
      ("parameters", { average($0.map { .value(Double($0.parameterCount)) }) }),
      (
        "peak memory (MiB)",
        { average($0.map { .value($0.resources.peakMebibytes) }) }
      ),
    ]
    guard !metrics.isEmpty else { return [] }
    let columns = measured + sizes
    return stride(from: 0, to: columns.count, by: Self.widest).map { start in
      table(
        "Costs.", " Mean over seeds; times hold for the machine of the run.",
        columns: Array(columns[start..<min(start + Self.widest, columns.count)]))
    }
  }

  private func corrections() -> [Table] {
    let theirs = unique(results.map(\.evaluation)).filter { $0.hasSuffix(Self.uncorrected) }
    let metrics = source.task.primary.map(\.metric)
    return theirs.compactMap { evaluation -> Table? in
      let own = String(evaluation.dropLast(Self.uncorrected.count))
      guard let metric = metrics.first else { return nil }
      return table(
        "What the corrections change, \(words(own)).",
        " \(names.metric(metric, in: source.suite.id)) of the same predictions by both ways of "
          + "scoring, mean over seeds.",
        columns: [
          ("corrected", { mean($0, metric, own, 0) }),
          ("as published", { mean($0, metric, evaluation, 0) }),
          (
            "published / corrected",
            { cells in
              let (new, old) = (mean(cells, metric, own, 0), mean(cells, metric, evaluation, 0))
              guard let a = old.number, let b = new.number, b > 0 else {
                return old.number == nil ? old : new
              }
              return MeasuredValue(a / b)
            }
          ),
        ])
    }
  }

  private typealias Column = (title: String, value: ([CellResult]) -> MeasuredValue)

  private func table(_ title: String, _ note: String, columns: [Column]) -> Table {
    let values = columns.map { column in
      models.map { column.value(source.cells(of: $0.id)) }
    }
    let numbers = values.map { NumberColumn($0.compactMap(\.number)) }
    let rows = models.indices.map { row in
      Table.Row(
        cells: [Table.Cell(models[row].title, .strong)]
          + columns.indices.map { column in
            values[column][row].number.map { numbers[column].cell($0) }
              ?? .missing(values[column][row].reason ?? "")
          })
    }
    return Table(
      id: "", caption: [TextSpan(title, .strong), TextSpan(note)],
      columns: [Table.Column(title: "Model")]
        + columns.map { Table.Column(title: $0.title, alignment: .end) }, rows: rows)
  }

  private func words(_ evaluation: String) -> String {
    evaluation.replacing("rollout", with: "roll-out").replacing("-", with: " ")
      .replacing("roll out", with: "roll-out")
  }

  /// The mean over seeds; missing when one is.
  private func mean(
    _ cells: [CellResult], _ metric: String, _ evaluation: String, _ position: Int
  ) -> MeasuredValue {
    average(
      cells.map { cell in
        guard cell.state == .done else { return .missing("\(cell.state.rawValue)") }
        return cell.evaluation.measurements.first {
          $0.metric == metric && $0.evaluation == evaluation && $0.position == position
        }?.value ?? .missing("not measured")
      })
  }

  private func average(_ values: [MeasuredValue]) -> MeasuredValue {
    if let reason = values.compactMap(\.reason).first { return .missing(reason) }
    return .mean(values)
  }
}
