import Experiment

/// The measurements of one task's cells by what they are of, looked through once.
struct MeasureIndex {
  struct Key: Hashable {
    let metric: String
    let evaluation: String
    var position = 0
  }

  /// Whole results, each once, in the order of the first cell that has them.
  private(set) var results: [Key] = []
  /// Costs, in the same way.
  private(set) var costs: [String] = []
  /// Metrics by evaluation of which single steps were measured.
  private(set) var courses: [Key] = []
  /// The last step of a roll-out.
  private(set) var lastStep = 0
  /// A value for each cell of a model, missing where the cell has none.
  private var values: [String: [Key: [MeasuredValue]]] = [:]
  private var counts: [String: Int] = [:]
  private var failures: [String: String] = [:]

  /// Steps other than `steps` and the last one are not kept.
  init(_ cells: [CellResult], steps: [Int]) {
    lastStep = cells.reduce(0) { last, cell in
      cell.evaluation.measurements.reduce(last) { max($0, $1.position) }
    }
    let kept = Set([0, lastStep] + steps)
    var seen: Set<Key> = []
    for (model, cells) in Dictionary(grouping: cells, by: \.identity.model)
      .sorted(by: { $0.key < $1.key })
    {
      var found: [Key: [MeasuredValue]] = [:]
      for cell in cells where cell.state == .done {
        for measurement in cell.evaluation.measurements where kept.contains(measurement.position) {
          let key = Key(
            metric: measurement.metric, evaluation: measurement.evaluation,
            position: measurement.position)
          found[key, default: []].append(measurement.value)
          if seen.insert(key).inserted { list(key, measurement.kind) }
        }
      }
      values[model] = found
      counts[model] = cells.count
      failures[model] = cells.first { $0.state != .done }.map(\.state.rawValue)
    }
  }

  private mutating func list(_ key: Key, _ kind: Measurement.Kind) {
    switch (kind, key.position) {
    case (.cost, 0): if !costs.contains(key.metric) { costs.append(key.metric) }
    case (.result, 0): results.append(key)
    default:
      let whole = Key(metric: key.metric, evaluation: key.evaluation)
      if !courses.contains(whole) { courses.append(whole) }
    }
  }

  /// The mean over a model's cells; missing when one of them is.
  func mean(_ model: String, _ key: Key) -> MeasuredValue {
    if let failure = failures[model] { return .missing(failure) }
    let found = values[model]?[key] ?? []
    if let reason = found.compactMap(\.reason).first { return .missing(reason) }
    guard found.count == counts[model] else { return .missing("not measured") }
    return .mean(found)
  }
}
