import Experiment
import Foundation

/// One invented cell.
struct FixtureCell {
  let identity: CellIdentity
  let task: Int
  let model: Int
  let fixture: Fixture

  init(_ identity: CellIdentity, _ task: Int, _ model: Int, _ fixture: Fixture) {
    self.identity = identity
    self.task = task
    self.model = model
    self.fixture = fixture
  }

  var result: CellResult {
    let hash = (0..<64).map {
      String((task * 7 + model * 5 + identity.seed * 3 + $0 * 11) % 16, radix: 16)
    }
    var cell = CellResult(
      identity: identity, key: hash.joined(), state: .done,
      configuration: "{\"model\":{\"width\":16}}",
      dataOrigin: task == 1 ? .imported : .generated,
      parameterCount: [0, 1_102_401, 2_368_354][model], run: "20260131-120000-a1",
      evaluation: evaluation, resources: resources)
    if task == 1, model == 1, identity.seed == 1 {
      cell.state = .failed
      cell.failure = .aborted
      cell.reason = fixture.failureReason
      cell.evaluation = Evaluation()
    }
    return cell
  }

  /// From 0 to 1, different for every cell and salt.
  private func wobble(_ salt: Int) -> Double {
    let seed = Double(task * 131 + model * 31 + identity.seed * 17 + salt * 7)
    return abs(sin(seed * 12.9898) * 43758.5453).truncatingRemainder(dividingBy: 1)
  }

  private var resources: ResourceUse {
    let seconds = [0.4, 21, 48][model] * (0.9 + 0.2 * wobble(1))
    return ResourceUse(
      wallSeconds: seconds, userSeconds: seconds, systemSeconds: 0.1,
      peakMebibytes: [80, 240, 610][model] + 10 * wobble(2))
  }

  private var oneStep: Double {
    let level = [0.031, 0.0124, 0.00213][model] * [1, 3.1, 0.6][task % 3]
    return model == 0 ? level : level * (0.85 + 0.3 * wobble(3))
  }

  private func rollout(_ step: Int) -> MeasuredValue {
    if task == 2, model == 1, identity.seed == 2, step > 13 { return .missing("not finite") }
    let growth = [1.06, 1.24, 1.12][model]
    return .value(oneStep * pow(growth, Double(step - 1)) * Double(step).squareRoot())
  }

  private var evaluation: Evaluation {
    let steps = (1...Fixture.steps).map { step in
      Measurement(
        metric: "nmse", split: "test", evaluation: "rollout", position: step,
        value: rollout(step), sampleCount: 5)
    }
    let whole = [
      Measurement(
        metric: "nmse", split: "test", evaluation: "one-step", value: .value(oneStep),
        sampleCount: 40),
      Measurement(
        metric: "nmse", split: "test", evaluation: "rollout",
        value: MeasuredValue.mean(steps.map(\.value)), sampleCount: 5),
      Measurement(
        metric: "training-seconds", split: "train", evaluation: "cost",
        value: .value(resources.wallSeconds * 0.8), sampleCount: 1, kind: .cost),
    ]
    return Evaluation(
      measurements: whole + steps, curves: model == 0 ? [] : [losses],
      snapshots: [snapshot()] + [10, 20].map { snapshot(step: $0) })
  }

  private var losses: Curve {
    let places = (0...50).map { Double($0 * 4) }
    return Curve(
      name: "validation-loss", axis: "step", positions: places,
      values: places.map { oneStep * (1 + 40 * exp(-$0 / 30)) * (1 + 0.08 * sin($0 + wobble(4))) })
  }

  /// A picture, of a roll-out when it has a step.
  private func snapshot(step: Int? = nil) -> FieldSnapshot {
    let size = Fixture.fieldSize
    var (truth, prediction): ([Float], [Float]) = ([], [])
    for row in 0..<size {
      for column in 0..<size {
        let (x, y) = (Double(column) / Double(size - 1), Double(row) / Double(size - 1))
        let speed = y * y * sin(.pi * x) + 0.3 * sin(2 * .pi * x) * sin(.pi * y)
        let slip = [0.20, 0.09, 0.02][model] * sin(3 * .pi * x + Double(task)) * sin(2 * .pi * y)
        truth.append(Float(abs(speed)))
        prediction.append(Float(abs(speed) + slip))
      }
    }
    return FieldSnapshot(
      title: "case0007, roll-out step \(step ?? 20)", quantity: "speed", unit: "m/s", height: size,
      width: size, expected: truth, predicted: prediction,
      course: step == nil ? nil : "case0007", step: step)
  }
}
