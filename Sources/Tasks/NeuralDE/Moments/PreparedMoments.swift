import Experiment
import Tensors

/// Moments of trajectories in memory.
struct PreparedMoments: PreparedTask {
  private static let slots = (mean: "mean", variance: "variance")

  let role: Role
  let training: TrainingSet
  private let moments: SpiralMoments

  init(_ moments: SpiralMoments) {
    self.moments = moments
    let times = moments.times.count
    role = Role(
      inputs: [
        Role.Slot(name: "initial", shape: [2], unit: "1"),
        Role.Slot(name: "times", shape: [times], unit: "1"),
      ],
      outputs: [
        Role.Slot(name: Self.slots.mean, shape: [times, 2], unit: "1"),
        Role.Slot(name: Self.slots.variance, shape: [times, 2], unit: "1"),
      ])
    training = TrainingSet(
      inputs: Self.inputs(moments, .training), targets: Self.targets(moments, .training),
      validationInputs: Self.inputs(moments, .validation),
      validationTargets: Self.targets(moments, .validation))
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    var sheet = ScoreSheet(metrics: metrics)
    let test = try outcomes(of: model, .test)
    let whole = zip(test.mean, test.variance).map { ScoredOutcome.joined([$0, $1]) }
    sheet.add(whole, of: .series, evaluation: "moments")
    sheet.addSamples(whole.map { [$0] }, of: .series, evaluation: "moments")
    sheet.add(test.mean, of: .series, evaluation: "mean")
    sheet.add(test.variance, of: .series, evaluation: "variance")
    let fitted = try outcomes(of: model, .training)
    sheet.add(
      zip(fitted.mean, fitted.variance).map { ScoredOutcome.joined([$0, $1]) }, of: .series,
      evaluation: "fitted")
    return Evaluation(
      measurements: sheet.measurements, curves: sheet.curves + bands(test.mean, test.variance))
  }

  /// Mean and standard deviation over time from the first initial state of the test, truth and prediction, by
  /// component.
  private func bands(_ means: [ScoredOutcome], _ variances: [ScoredOutcome]) -> [Curve] {
    guard case .scored(let mean)? = means.first, case .scored(let variance)? = variances.first
    else { return [] }
    return bands("prediction", mean: mean.predicted, variance: variance.predicted)
      + bands("truth", mean: mean.expected, variance: variance.expected)
  }

  /// The curves of one case, [time, component]; none where a number is missing.
  private func bands(_ side: String, mean: [Float], variance: [Float]) -> [Curve] {
    (0..<2).flatMap { component in
      let places = moments.times.indices.map { 2 * $0 + component }
      let series = [
        ("mean", places.map { Double(mean[$0]) }),
        ("standard-deviation", places.map { Double(max(variance[$0], 0).squareRoot()) }),
      ]
      guard series.allSatisfy({ $0.1.allSatisfy(\.isFinite) }) else { return [Curve]() }
      return series.map { name, values in
        Curve(
          name: "\(name)-\(component)/test/moments/\(side)", axis: "time",
          positions: moments.times, values: values)
      }
    }
  }

  /// Both moments of every case of `split` beside the truth; what is known without a model is that the
  /// state stays and does not spread.
  private func outcomes(
    of model: any Model, _ split: SplitCase.Split
  ) throws -> (mean: [ScoredOutcome], variance: [ScoredOutcome]) {
    let rows = try BatchForecast.rows(
      of: role.outputs, from: model, Self.inputs(moments, split))
    let targets = Self.targets(moments, split)
    func scored(_ name: String, from start: (SpiralMoments.Case) -> [Float]) -> [ScoredOutcome] {
      let (found, truth) = (rows[name] ?? [], targets[name] ?? Tensor(shape: [0]))
      return zip(found.indices, moments.cases[split] ?? []).map { index, one in
        let width = truth.rowCount
        let first = start(one)
        return .scored(
          ScoredField(
            predicted: Array(found[index]),
            expected: Array(truth.values[index * width..<(index + 1) * width]),
            persistence: (0..<width).map { first[$0 % 2] }))
      }
    }
    return (
      scored(Self.slots.mean) { $0.initial.map { Float($0) } },
      scored(Self.slots.variance) { _ in [0, 0] }
    )
  }

  private static func inputs(_ moments: SpiralMoments, _ split: SplitCase.Split) -> NamedTensors {
    let cases = moments.cases[split] ?? []
    let times = moments.times.map { Float($0) }
    return NamedTensors([
      "initial": Tensor(
        shape: [cases.count, 2], values: cases.flatMap { $0.initial.map { Float($0) } }),
      "times": Tensor(
        shape: [cases.count, times.count], values: cases.flatMap { _ in times }),
    ])
  }

  private static func targets(_ moments: SpiralMoments, _ split: SplitCase.Split) -> NamedTensors {
    let cases = moments.cases[split] ?? []
    func tensor(_ part: (SpiralMoments.Case) -> [[Double]]) -> Tensor {
      let count = moments.times.count
      return Tensor(
        shape: [cases.count, count, 2],
        values: cases.flatMap { one in
          let numbers = part(one)
          return (0..<count).flatMap { [Float(numbers[0][$0]), Float(numbers[1][$0])] }
        })
    }
    return NamedTensors([slots.mean: tensor(\.mean), slots.variance: tensor(\.variance)])
  }

  var cases: [SplitCase] {
    SplitCase.Split.allCases.flatMap { split in
      (moments.cases[split] ?? []).enumerated().map { number, one in
        SplitCase(
          name: "spiral-sde/\(split.rawValue)/\(number)", split: split,
          signature: (one.initial + one.mean.joined() + one.variance.joined()).map { Float($0) })
      }
    }
  }
}
