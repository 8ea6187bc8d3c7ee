import Experiment
import Randomness
import Tensors

/// The laws of a model on a handful of samples of its task: that its output is what was asked for,
/// depends on its input and on nothing else, that it learns, and that all it learns takes part.
public struct ModelSelfTest {
  /// Samples of the batch that must be learnt.
  private static let samples = 8
  /// Steps on that batch.
  private static let steps = 40
  /// What the order of summation may change of a prediction, relative to its largest value.
  private static let tolerance: Float = 1e-5

  private let name: String
  private let recipe: any ModelRecipe
  private let task: any PreparedTask
  private let random: RandomStream

  /// A test of `recipe`, called `name`, on `task`; random numbers come from streams of `random`.
  public init(
    _ recipe: any ModelRecipe, called name: String, on task: any PreparedTask, random: RandomStream
  ) {
    self.recipe = recipe
    self.name = name
    self.task = task
    self.random = random
  }

  private var subject: String { "model \(name)" }

  /// One finding for each law that applies.
  /// - Throws: what building, fitting or predicting throws.
  public func findings() throws -> [SelfTestFinding] {
    let inputs = task.training.inputs.first(Self.samples)
    let targets = task.training.targets.first(Self.samples)
    var model = try recipe.build(for: task.role, random: random)
    defer { _ = try? (model as? any PlacedModel)?.end() }
    let before = (model as? any InspectableModel)?.parameterGroups ?? []
    let trace = try model.fit(
      TrainingSet(
        inputs: inputs, targets: targets, validationInputs: inputs, validationTargets: targets),
      within: Budget(trainingSteps: Self.steps, batchSize: inputs.sampleCount), random: random)
    let prediction = try model.predict(inputs)
    guard prediction.tensors.values.allSatisfy({ $0.values.allSatisfy(\.isFinite) }) else {
      return [
        SelfTestFinding(
          subject: subject, law: "answers are finite", outcome: .noted,
          detail: "not after \(trace.steps) steps on one batch; the other laws were not looked at")
      ]
    }
    return [shapes(prediction, count: inputs.sampleCount)]
      + (try independence(model, inputs, prediction))
      + (try influences(model, inputs, prediction))
      + [learning(model, trace), copying(model, inputs, prediction)].compactMap { $0 }
      + participation(model, before: before)
  }

  private func shapes(_ prediction: NamedTensors, count: Int) -> SelfTestFinding {
    let wrong = task.role.outputs.filter { slot in
      prediction[slot.name].map { $0.shape != [count] + slot.shape } ?? true
    }
    return .law(
      "answers by name and shape", of: subject, holds: wrong.isEmpty,
      otherwise: "no '\(wrong.first?.name ?? "")' of shape \([count] + (wrong.first?.shape ?? []))")
  }

  /// A sample alone and in company, and the same question twice.
  private func independence(
    _ model: any Model, _ inputs: NamedTensors, _ prediction: NamedTensors
  ) throws -> [SelfTestFinding] {
    let again = try model.predict(inputs)
    let alone = try model.predict(inputs.first(1))
    let distance =
      task.role.outputs.map { slot in
        Self.distance(prediction.first(1)[slot.name], alone[slot.name])
      }.max() ?? 0
    return [
      .law(
        "the same question gets the same answer", of: subject, holds: again == prediction,
        otherwise: "two predictions of one batch differ"),
      .law(
        "a prediction does not depend on the other samples", of: subject,
        holds: distance <= Self.tolerance,
        otherwise: "alone it differs by \(distance) of the largest value"),
    ]
  }

  private func influences(
    _ model: any Model, _ inputs: NamedTensors, _ prediction: NamedTensors
  ) throws -> [SelfTestFinding] {
    let idle = try task.role.inputs.filter { slot in
      var changed = inputs
      changed[slot.name] = inputs[slot.name].map { tensor in
        Tensor(shape: tensor.shape, values: tensor.values.map { $0 * 1.1 + 0.05 })
      }
      return try model.predict(changed) == prediction
    }.map(\.name)
    let law = "the output depends on the input"
    if idle.count == task.role.inputs.count {
      return [
        SelfTestFinding(
          subject: subject, law: law, outcome: .failed, detail: "no input changes the output")
      ]
    }
    return [
      SelfTestFinding(
        subject: subject, law: law, outcome: idle.isEmpty ? .passed : .noted,
        detail: idle.isEmpty ? "" : "without influence: \(idle.joined(separator: ", "))")
    ]
  }

  /// The loss of one batch, shown often enough, must fall.
  private func learning(_ model: any Model, _ trace: TrainingTrace) -> SelfTestFinding? {
    let law = "the loss falls on one batch"
    guard model.parameterCount > 0 else { return nil }
    guard trace.stopped.isEmpty else {
      return SelfTestFinding(
        subject: subject, law: law, outcome: .noted, detail: "training stopped: \(trace.stopped)")
    }
    guard let losses = trace.curves.first(where: { $0.name == "training-loss" })?.values,
      losses.count >= 8
    else {
      return SelfTestFinding(
        subject: subject, law: law, outcome: .noted, detail: "the model tells no training loss")
    }
    let part = losses.count / 4
    let (first, last) = (losses.prefix(part), losses.suffix(part))
    let start = first.reduce(0, +) / Double(part)
    let end = last.reduce(0, +) / Double(part)
    // A loss that draws noise may rise on the average of a few steps; its best then still falls.
    let isBetterAtBest = (last.min() ?? end) < (first.min() ?? start)
    return .law(
      law, of: subject, holds: end < start || isBetterAtBest,
      otherwise: "from \(start) in the first quarter to \(end) in the last of \(trace.steps) steps")
  }

  /// A model that learns must not hand back what it was given.
  private func copying(
    _ model: any Model, _ inputs: NamedTensors, _ prediction: NamedTensors
  ) -> SelfTestFinding? {
    let shared = task.role.outputs.filter { task.role.input($0.name) != nil }
    guard model.parameterCount > 0, !shared.isEmpty else { return nil }
    return .law(
      "the output is not the input", of: subject,
      holds: shared.contains { prediction[$0.name] != inputs[$0.name] },
      otherwise: "every output is its input, bit for bit")
  }

  /// A parameter that no step changed has no influence on the loss.
  private func participation(_ model: any Model, before: [ParameterGroup]) -> [SelfTestFinding] {
    guard let after = (model as? any InspectableModel)?.parameterGroups, !after.isEmpty else {
      return []
    }
    let idle = zip(before, after).filter { $0 == $1 }.map(\.0.name)
    return [
      .law(
        "every parameter takes part", of: subject, holds: idle.isEmpty,
        otherwise: "\(idle.count) of \(after.count) arrays never change, as \(idle.first ?? "")")
    ]
  }

  private static func distance(_ one: Tensor?, _ other: Tensor?) -> Float {
    guard let one, let other, one.shape == other.shape else { return .infinity }
    let size = one.values.map(abs).max() ?? 0
    let gap = zip(one.values, other.values).map { abs($0 - $1) }.max() ?? 0
    return size > 0 ? gap / size : gap
  }
}

extension NamedTensors {
  /// The first `count` samples, or all.
  fileprivate func first(_ count: Int) -> NamedTensors {
    gathered(samples: Array(0..<min(count, sampleCount)))
  }
}
