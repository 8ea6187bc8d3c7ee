import Experiment
import Tensors

/// Trajectories in memory, [case, time, component].
struct PreparedTrajectories: PreparedTask {
  private static let slot = "states"
  private static let evaluation = "trajectory"

  let role: Role
  let training: TrainingSet
  private let truth: [SplitCase.Split: Tensor]
  private let times: [Double]

  init(_ truth: [SplitCase.Split: Tensor], times: [Double]) {
    self.truth = truth
    self.times = times
    role = Role(
      inputs: [
        Role.Slot(name: "initial", shape: [2], unit: "1"),
        Role.Slot(name: "times", shape: [times.count], unit: "1"),
      ], outputs: [Role.Slot(name: Self.slot, shape: [times.count, 2], unit: "1")])
    func targets(_ split: SplitCase.Split) -> NamedTensors {
      NamedTensors(truth[split].map { [Self.slot: $0] } ?? [:])
    }
    training = TrainingSet(
      inputs: Self.inputs(truth[.training], times), targets: targets(.training),
      validationInputs: Self.inputs(truth[.validation], times),
      validationTargets: targets(.validation))
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    guard let test = truth[.test] else { return Evaluation() }
    let rows = try BatchForecast.rows(of: role.outputs[0], from: model, Self.inputs(test, times))
    var sheet = ScoreSheet(metrics: metrics)
    // The initial state is given: only what comes later is scored.
    let whole = rows.enumerated().map { outcome($0, $1, test, places: 2..<test.rowCount) }
    sheet.add(whole, of: .series, evaluation: Self.evaluation)
    for time in 1..<times.count {
      let states = rows.enumerated().map { outcome($0, $1, test, places: 2 * time..<2 * time + 2) }
      sheet.add(states, of: .series, evaluation: Self.evaluation, position: time)
    }
    sheet.addSamples(whole.map { [$0] }, of: .series, evaluation: Self.evaluation)
    return Evaluation(measurements: sheet.measurements, curves: sheet.curves)
  }

  /// The numbers `places` of a prediction beside the truth; persistence is the initial state.
  private func outcome(
    _ index: Int, _ row: ArraySlice<Float>, _ test: Tensor, places: Range<Int>
  ) -> ScoredOutcome {
    let start = index * test.rowCount
    return .scored(
      ScoredField(
        predicted: places.map { row[row.startIndex + $0] },
        expected: places.map { test.values[start + $0] },
        persistence: places.map { test.values[start + $0 % 2] }))
  }

  private static func inputs(_ truth: Tensor?, _ times: [Double]) -> NamedTensors {
    guard let truth else { return NamedTensors() }
    let count = truth.shape[0]
    let initial = (0..<count).flatMap {
      truth.values[$0 * truth.rowCount..<$0 * truth.rowCount + 2]
    }
    let repeated = (0..<count).flatMap { _ in times.map { Float($0) } }
    return NamedTensors([
      "initial": Tensor(shape: [count, 2], values: initial),
      "times": Tensor(shape: [count, times.count], values: repeated),
    ])
  }

  var cases: [SplitCase] {
    SplitCase.Split.allCases.flatMap { split -> [SplitCase] in
      guard let truth = truth[split] else { return [] }
      return (0..<truth.shape[0]).map { index in
        SplitCase(
          name: "spiral/\(split.rawValue)/\(index)", split: split,
          signature: Array(truth.values[index * truth.rowCount..<(index + 1) * truth.rowCount]))
      }
    }
  }
}
