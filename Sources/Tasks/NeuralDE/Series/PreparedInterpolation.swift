import Experiment
import Tensors

/// Irregular series in memory, some values of which a model is not given.
struct PreparedInterpolation: PreparedTask {
  private static let slot = "values"

  let role: Role
  let training: TrainingSet
  private let data: InterpolationData
  /// The mean of each channel over what was observed in training: what is known without looking.
  private let means: [Float]

  init(_ data: InterpolationData) {
    self.data = data
    let grid = data.grid
    let table = [grid.length, grid.channels]
    role = Role(
      inputs: [
        Role.Slot(name: Self.slot, shape: table, unit: "1"),
        Role.Slot(name: "mask", shape: table, unit: "1"),
        Role.Slot(name: "times", shape: [grid.length], unit: "1"),
        Role.Slot(name: "asked", shape: table, unit: "1"),
      ],
      outputs: [Role.Slot(name: Self.slot, shape: table, unit: "1")])
    training = TrainingSet(
      inputs: Self.inputs(data, data.split.training),
      targets: Self.targets(data, data.split.training),
      validationInputs: Self.inputs(data, data.split.validation),
      validationTargets: Self.targets(data, data.split.validation))
    means = Self.means(data)
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    let test = data.split.test
    let rows = try BatchForecast.rows(of: role.outputs[0], from: model, Self.inputs(data, test))
    var sheet = ScoreSheet(metrics: metrics)
    let hidden = test.map { index in
      zip(data.grid.entries[index].mask, data.given[index]).map { $0 - $1 }
    }
    // Of what was hidden, where anything was; and of all, as the papers score.
    add(rows, test, weights: hidden, evaluation: "interpolation", to: &sheet)
    add(
      rows, test, weights: test.map { data.grid.entries[$0].mask }, evaluation: "reconstruction",
      to: &sheet)
    return Evaluation(measurements: sheet.measurements, curves: sheet.curves)
  }

  private func add(
    _ rows: [ArraySlice<Float>], _ test: [Int], weights: [[Float]], evaluation: String,
    to sheet: inout ScoreSheet
  ) {
    let scored = rows.indices.filter { weights[$0].contains { $0 > 0 } }
    guard !scored.isEmpty else { return }
    let outcomes = scored.map { row in
      ScoredOutcome.scored(
        ScoredField(
          predicted: Array(rows[row]), expected: data.grid.entries[test[row]].values,
          persistence: (0..<data.grid.length).flatMap { _ in means }, weights: weights[row]))
    }
    sheet.add(outcomes, of: .series, evaluation: evaluation)
    sheet.addSamples(outcomes.map { [$0] }, of: .series, evaluation: evaluation)
    sheet.addFacts(
      "observations", scored.map { Double(weights[$0].reduce(0, +)) }, evaluation: evaluation)
  }

  private static func inputs(_ data: InterpolationData, _ indices: [Int]) -> NamedTensors {
    let grid = data.grid
    let given = Tensor(
      shape: [indices.count, grid.length, grid.channels], values: indices.flatMap { data.given[$0] }
    )
    var values = targets(data, indices).tensors[slot] ?? given
    for index in values.values.indices { values.values[index] *= given.values[index] }
    return NamedTensors([
      slot: values, "mask": given, "times": grid.timesTensor(indices.count),
      "asked": grid.tensor(indices, \.mask),
    ])
  }

  private static func targets(_ data: InterpolationData, _ indices: [Int]) -> NamedTensors {
    NamedTensors([slot: data.grid.tensor(indices, \.values)])
  }

  private static func means(_ data: InterpolationData) -> [Float] {
    let entries = data.split.training.map { data.grid.entries[$0] }
    return (0..<data.grid.channels).map { channel in
      var (sum, count) = (0.0, 0.0)
      for entry in entries {
        for index in stride(from: channel, to: entry.values.count, by: data.grid.channels) {
          sum += Double(entry.values[index])
          count += Double(entry.mask[index])
        }
      }
      return Float(count > 0 ? sum / count : 0)
    }
  }

  var cases: [SplitCase] {
    let signature = SampleSignature(count: 2 * data.grid.length * data.grid.channels)
    let parts: [(SplitCase.Split, [Int])] = [
      (.training, data.split.training), (.validation, data.split.validation),
      (.test, data.split.test),
    ]
    return parts.flatMap { part, indices in
      indices.map { index in
        let entry = data.grid.entries[index]
        return SplitCase(
          name: entry.name, split: part, signature: signature(entry.values + entry.mask))
      }
    }
  }
}
