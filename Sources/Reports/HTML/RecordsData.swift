import Experiment

/// What stands behind the numbers as compact JSON for the page's script: words once, cells by number.
struct RecordsData {
  /// Stand for a cell's task, model and seed in a command.
  private static let signs = ["\u{E000}", "\u{E001}", "\u{E002}"]

  private let records: CellRecords
  private var words: [String] = []
  private var numbers: [String: Int] = [:]
  private var quantities: [String] = []
  private var places: [Quantity: Int] = [:]

  init(_ records: CellRecords) {
    self.records = records
  }

  mutating func text() -> String {
    var cells = JSONText()
    cells.list(records.book.cells) { json, cell in write(cell, to: &json) }
    var values = JSONText()
    values.list(records.book.cells) { json, cell in writeValues(of: cell, to: &json) }
    var json = JSONText()
    json.raw("{\"words\":")
    json.list(words) { $0.string($1) }
    json.raw(",\"quantities\":")
    json.list(quantities) { $0.string($1) }
    json.raw(",\"runs\":")
    json.list(records.runs) { json, run in
      json.raw("{\"id\":")
      json.string(run.id)
      json.raw(",\"started\":")
      json.string(run.started)
      json.raw(",\"command\":")
      json.string(run.command.joined(separator: " "))
      json.raw(",\"facts\":")
      json.object(run.environment.facts)
      json.raw("}")
    }
    json.raw(",\"titles\":")
    json.object(titles())
    json.raw(",\"cells\":\(cells.text),\"values\":\(values.text)}")
    return json.text
  }

  private mutating func number(_ word: String) -> Int {
    if let found = numbers[word] { return found }
    numbers[word] = words.count
    words.append(word)
    return words.count - 1
  }

  /// Suite, task, model, seed, profile, key, state or kind of failure, reason, origin, parameters,
  /// seconds, MiB, run, command, cores that others kept busy, and facts; words by their numbers.
  private mutating func write(_ cell: CellResult, to json: inout JSONText) {
    let name = cell.identity
    json.raw("[\(number(name.suite)),\(number(name.task)),\(number(name.model)),\(name.seed),")
    json.raw("\(number(name.profile.rawValue)),")
    json.string(cell.key)
    json.raw(",\(number(cell.failure?.rawValue ?? cell.state.rawValue)),\(number(cell.reason)),")
    json.raw("\(number(cell.dataOrigin.rawValue)),\(cell.parameterCount),")
    json.number((cell.resources.wallSeconds * 1000).rounded() / 1000)
    json.raw(",")
    json.number((cell.resources.peakMebibytes * 10).rounded() / 10)
    json.raw(",\(number(cell.run)),\(number(command(name))),")
    json.number((cell.resources.foreignLoad * 100).rounded() / 100)
    let facts = cell.facts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    json.raw(",\(number(facts.joined(separator: ", ")))]")
  }

  /// The command with signs for what changes from cell to cell, so that most are one word.
  private func command(_ name: CellIdentity) -> String {
    let parts = [name.task, name.model, String(name.seed)]
    let words = (records.commands[name] ?? "").split(
      separator: " ", omittingEmptySubsequences: false)
    return words.map { word in
      parts.firstIndex { $0 == word }.map { Self.signs[$0] } ?? String(word)
    }.joined(separator: " ")
  }

  private mutating func writeValues(of cell: CellResult, to json: inout JSONText) {
    var found: [Int: MeasuredValue] = [:]
    for measurement in cell.evaluation.measurements where measurement.position == 0 {
      let quantity = Quantity(
        metric: measurement.metric, evaluation: measurement.evaluation, split: measurement.split)
      if places[quantity] == nil {
        places[quantity] = quantities.count
        quantities.append(quantity.word)
      }
      if let place = places[quantity] { found[place] = measurement.value }
    }
    let last = found.keys.max() ?? -1
    json.list(0..<(last + 1)) { json, place in
      switch found[place] {
      case .value(let number): json.number(number)
      case .missing(let reason): json.string(reason)
      case nil: json.raw("null")
      }
    }
  }

  /// Headings by `suite`, `suite/task`, `suite/model` and `suite/metric`.
  private func titles() -> [String: String] {
    var titles: [String: String] = [:]
    for cell in records.book.cells {
      let name = cell.identity
      titles["\(name.suite)/task/\(name.task)"] = records.names.task(name.task, in: name.suite)
      titles["\(name.suite)/model/\(name.model)"] = records.names.model(name.model, in: name.suite)
    }
    let suites = Set(records.book.cells.map(\.identity.suite))
    for metric in Set(places.keys.map(\.metric)) {
      for suite in suites {
        titles["\(suite)/metric/\(metric)"] = records.names.metric(metric, in: suite)
      }
    }
    return titles
  }
}
