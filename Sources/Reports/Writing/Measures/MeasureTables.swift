import Canvas
import Comparison
import Experiment
import Figures

/// All that was measured on one task beside the quantities that rank: every metric of every evaluation,
/// the course of roll-outs, costs, and what a protocol's corrections change.
struct MeasureTables {
  let suite: SuiteDescription
  let task: SuiteDescription.TaskEntry
  let cells: [CellResult]
  let names: NameBook
  /// The beginning of the tables' ids.
  let place: String
  private let index: MeasureIndex
  private let models: [SuiteDescription.ModelEntry]
  private let groups: [String: [CellResult]]

  /// Metrics side by side that can be read.
  private static let widest = 8
  /// Steps of roll-outs that are listed.
  private static let steps = [1, 5, 10, 20, 50, 100]
  /// The evaluation that a corrected one is set beside has this at its end.
  private static let uncorrected = "-as-published"
  /// What parts an evaluation from the name of a model's other setting.
  private static let variant: Character = "@"

  init(
    suite: SuiteDescription, task: SuiteDescription.TaskEntry, cells: [CellResult],
    names: NameBook, place: String
  ) {
    self.suite = suite
    self.task = task
    self.cells = cells
    self.names = names
    self.place = place
    index = MeasureIndex(cells, steps: Self.steps)
    groups = Dictionary(grouping: cells, by: \.identity.model)
    models = suite.models.filter { [groups] in groups[$0.id] != nil }
  }

  /// The tables that have something to say, each with its title; paper has no room for those of
  /// every metric.
  func blocks() -> [Block] {
    let tables = corrections() + courses() + costs() + variants()
    let all = evaluations.flatMap(measures)
    guard !(tables + all).isEmpty else { return [] }
    let titled = (tables + all).enumerated().map { index, table -> Block in
      var table = table
      table.id = "\(place).measures\(index)"
      return .table(table)
    }
    let note = Block.paragraph([
      TextSpan(
        "Every metric of every evaluation stands in the HTML report and in the store.", .muted)
    ])
    return [
      .folded(
        title: "All measures, costs and corrections",
        titled.prefix(tables.count)
          + [.onScreen(Array(titled.dropFirst(tables.count)))]
          + (all.isEmpty ? [] : [.onPaper([note])]))
    ]
  }

  private var evaluations: [String] {
    unique(index.results.map(\.evaluation)).filter {
      !$0.hasSuffix(Self.uncorrected) && !$0.contains(Self.variant)
    }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  private func measures(of evaluation: String) -> [Table] {
    let keys = index.results.filter { $0.evaluation == evaluation }
    return stride(from: 0, to: keys.count, by: Self.widest).map { start in
      table(
        "Measures of \(words(evaluation))\(part(start, of: keys.count)).", "Mean over seeds.",
        columns: keys[start..<min(start + Self.widest, keys.count)].map { metric($0) })
    }
  }

  /// Which part of a table that is too wide for one; nothing when it is whole.
  private func part(_ start: Int, of count: Int) -> String {
    count > Self.widest
      ? ", part \(start / Self.widest + 1) of \((count - 1) / Self.widest + 1)" : ""
  }

  /// A column of a metric, with its unit leading to the dictionary.
  private func metric(_ key: MeasureIndex.Key) -> Column {
    let definition = suite.metrics[key.metric]
    let unit = definition.map { $0.unit == "1" ? "" : $0.unit + " " } ?? ""
    let arrow = definition.map { $0.direction == .lower ? "↓" : "↑" } ?? ""
    return Column(
      title: names.metric(key.metric, in: suite.id), detail: unit + arrow,
      place: names.place(ofMetric: key.metric, in: suite.id),
      quantity: Quantity(metric: key.metric, evaluation: key.evaluation).word
    ) { index.mean($0, key) }
  }

  private func courses() -> [Table] {
    guard
      let metric = task.primary.map(\.metric).first(where: { name in
        index.courses.contains { $0.metric == name }
      })
    else { return [] }
    let steps = Self.steps.filter { $0 < index.lastStep } + [index.lastStep]
    return unique(index.courses.filter { $0.metric == metric }.map(\.evaluation)).map { use in
      table(
        "\(names.metric(metric, in: suite.id)) along the \(words(use)).",
        "Mean over seeds at single steps.",
        columns: steps.map { step in
          let key = MeasureIndex.Key(metric: metric, evaluation: use, position: step)
          return Column(title: "step \(step)") { index.mean($0, key) }
        })
    }
  }

  private func costs() -> [Table] {
    guard !index.costs.isEmpty else { return [] }
    let measured = index.costs.map { name in
      Column(
        title: name.replacing("-", with: " "),
        quantity: Quantity(metric: name, evaluation: "cost", split: "train").word
      ) { index.mean($0, MeasureIndex.Key(metric: name, evaluation: "cost")) }
    }
    let sizes = [
      Column(title: "parameters") { average($0) { Double($0.parameterCount) } },
      Column(title: "peak memory", detail: "MiB") { average($0) { $0.resources.peakMebibytes } },
    ]
    let columns = measured + sizes
    return stride(from: 0, to: columns.count, by: Self.widest).map { start in
      table(
        "Costs\(part(start, of: columns.count)).",
        "Mean over seeds; times hold for the machine of the run.",
        columns: Array(columns[start..<min(start + Self.widest, columns.count)]))
    }
  }

  /// The quantities that rank, and what solvers do, under the other settings of trained models.
  private func variants() -> [Table] {
    unique((task.primary + [SuiteQuestion.evaluations]).map(\.word)).flatMap { word -> [Table] in
      let found = index.results.filter { key in
        key.evaluation.split(separator: Self.variant, maxSplits: 1).first.map {
          Quantity(metric: key.metric, evaluation: String($0)).word == word
        } ?? false
      }
      // The own setting comes first, for comparison.
      guard found.contains(where: { $0.evaluation.contains(Self.variant) }) else { return [] }
      let keys = found.sorted { !$0.evaluation.contains("@") && $1.evaluation.contains("@") }
      return stride(from: 0, to: keys.count, by: Self.widest).map { start in
        table(
          "\(names.metric(keys[0].metric, in: suite.id)) under other settings"
            + "\(part(start, of: keys.count)).", "Trained models, mean over seeds.",
          columns: keys[start..<min(start + Self.widest, keys.count)].map(setting))
      }
    }
  }

  private func setting(_ key: MeasureIndex.Key) -> Column {
    let parts = key.evaluation.split(separator: Self.variant, maxSplits: 1).map(String.init)
    return Column(
      title: parts.count > 1 ? words(parts[1]) : "own setting",
      quantity: Quantity(metric: key.metric, evaluation: key.evaluation).word
    ) { index.mean($0, key) }
  }

  private func average(_ model: String, _ value: (CellResult) -> Double) -> MeasuredValue {
    .mean((groups[model] ?? []).map { .value(value($0)) })
  }

  /// One table for all evaluations that are scored in both ways.
  private func corrections() -> [Table] {
    let theirs = unique(index.results.map(\.evaluation)).filter { $0.hasSuffix(Self.uncorrected) }
    guard let metric = task.primary.first?.metric, !theirs.isEmpty else { return [] }
    let columns = theirs.flatMap { evaluation -> [Column] in
      let own = String(evaluation.dropLast(Self.uncorrected.count))
      let new = MeasureIndex.Key(metric: metric, evaluation: own)
      let old = MeasureIndex.Key(metric: metric, evaluation: evaluation)
      return [
        Column(
          title: "corrected", detail: words(own),
          quantity: Quantity(metric: metric, evaluation: own).word
        ) { index.mean($0, new) },
        Column(
          title: "as published", detail: words(own),
          quantity: Quantity(metric: metric, evaluation: evaluation).word
        ) { index.mean($0, old) },
        Column(title: "published / corrected", detail: words(own)) { model in
          let (mine, published) = (index.mean(model, new), index.mean(model, old))
          guard let a = published.number, let b = mine.number, b > 0 else {
            return published.number == nil ? published : mine
          }
          return MeasuredValue(a / b)
        },
      ]
    }
    return [
      table(
        "What the corrections change.",
        "\(names.metric(metric, in: suite.id)) of the same predictions by both ways of "
          + "scoring, mean over seeds.", columns: columns)
    ]
  }

  private struct Column {
    let title: String
    var detail = ""
    var place = ""
    var quantity = ""
    let value: (String) -> MeasuredValue
  }

  private func table(_ title: String, _ note: String, columns: [Column]) -> Table {
    let values = columns.map { column in models.map { column.value($0.id) } }
    let numbers = values.map { NumberColumn($0.compactMap(\.number)) }
    let rows = models.indices.map { row in
      Table.Row(
        cells: [Table.Cell(models[row].title, .strong)]
          + columns.indices.map { column in
            cell(values[column][row], numbers[column], columns[column], models[row].id)
          })
    }
    return Table(
      id: "", caption: [TextSpan(title, .strong), TextSpan(" \(task.title). \(note)")],
      columns: [Table.Column(title: "Model")]
        + columns.map {
          Table.Column(title: $0.title, alignment: .end, detail: $0.detail, place: $0.place)
        }, rows: rows)
  }

  private func cell(
    _ value: MeasuredValue, _ numbers: NumberColumn, _ column: Column, _ model: String
  ) -> Table.Cell {
    guard let number = value.number else { return .missing(value.reason ?? "") }
    guard !column.quantity.isEmpty, let first = groups[model]?.first else {
      return numbers.cell(number)
    }
    return Table.Cell(
      spans: [
        TextSpan(numbers.text(number), target: .place(Place.cell(first.identity)))
      ], sortKey: .number(number), quantity: column.quantity)
  }

  private func words(_ evaluation: String) -> String {
    evaluation.replacing("rollout", with: "roll-out").replacing("-", with: " ")
      .replacing("roll out", with: "roll-out")
  }
}
