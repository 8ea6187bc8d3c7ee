import Experiment
import Foundation
import Models
import Networks
import Randomness
import Tensors

/// Training steps of the latent ODE for irregular series at the sizes of Pal et al. (ICML 2021, PhysioNet
/// 2012): 37 quantities at 49 times, some three tenths of which are observed.
///
/// Weights and data are the numbers of `number(_:_:)`, as in Scripts/peers/latent_ode.py, so that both have
/// the same first loss; a bias of -20 on the logarithm of the latent variance makes its noise negligible.
struct LatentSteps {
  private static let (times, features, latent) = (49, 37, 20)
  private static let silence: Float = -20
  /// The parameters other than biases in the order in which the peer makes them, by what they begin with.
  private static let weights =
    [
      "encoder.input.weight", "encoder.gates.weight", "encoder.candidate.weight",
      "encoder.keep.weight", "encoder.reset.weight", "encoder.output.weight", "bridge.0.weight",
      "bridge.1.weight",
    ] + (0..<8).map { "field.\($0).weight" } + ["decoder.weight"]

  private let data: TrainingSet
  private let start: Checkpoint
  private let batch: Int
  private let tolerance: Double

  init(batch: Int, tolerance: Double) throws {
    (self.batch, self.tolerance) = (batch, tolerance)
    let shape = [batch, Self.times, Self.features]
    let count = shape.reduce(1, *)
    let mask = Self.number(count, 101).map { Float($0 < 0.3 ? 1 : 0) }
    let values = zip(Self.number(count, 102), mask).map { Float($0) * $1 }
    let times = (0..<batch).flatMap { _ in
      (0..<Self.times).map { Float($0) / Float(Self.times - 1) }
    }
    let table = Tensor(shape: shape, values: values)
    let seen = Tensor(shape: shape, values: mask)
    data = TrainingSet(
      inputs: NamedTensors([
        "values": table, "mask": seen, "asked": seen,
        "times": Tensor(shape: [batch, Self.times], values: times),
      ]), targets: NamedTensors(["values": table]), validationInputs: NamedTensors(),
      validationTargets: NamedTensors())
    guard let model = try Self.model(tolerance) as? any CheckpointedModel else {
      preconditionFailure("a latent ODE has parameters")
    }
    start = Self.filled(model.checkpoint)
  }

  /// The time of a step as the difference of trainings of `steps` and of one, so that the recording of the
  /// tape does not count.
  func time(steps: Int) throws -> LatentStepTime {
    let first = try training(steps: 1)
    let all = try training(steps: steps)
    func curve(_ name: String) -> [Double] {
      all.trace.curves.first { $0.name == name }?.values ?? []
    }
    return LatentStepTime(
      seconds: (all.seconds - first.seconds) / Double(steps - 1), version: BLAS.coreName,
      evaluations: curve("training-nfe").last ?? .nan,
      loss: curve("training-loss").first ?? .nan)
  }

  private func training(steps: Int) throws -> (seconds: Double, trace: TrainingTrace) {
    var model = try Self.model(tolerance)
    try (model as? any CheckpointedModel)?.restore(start)
    var trace = TrainingTrace()
    let seconds = try Stopwatch.seconds {
      trace = try model.fit(
        data, within: Budget(trainingSteps: steps, batchSize: batch), random: RandomStream(seed: 0))
    }
    return (seconds, trace)
  }

  private static func model(_ tolerance: Double) throws -> any Model {
    var recipe = NeuralDE()
    (recipe.equation.solver, recipe.equation.tolerance) = (.dopri5Shampine, tolerance)
    let table = [times, features]
    let slots = ["values", "mask", "asked"].map { Role.Slot(name: $0, shape: table, unit: "1") }
    return try recipe.build(
      for: Role(
        inputs: slots + [Role.Slot(name: "times", shape: [times], unit: "1")],
        outputs: [Role.Slot(name: "values", shape: table, unit: "1")]),
      random: RandomStream(seed: 0))
  }

  private static func filled(_ checkpoint: Checkpoint) -> Checkpoint {
    var tensors = checkpoint.tensors
    for (key, name) in weights.enumerated() {
      guard let shape = tensors[name]?.shape else { continue }
      let bound = 1 / Double(shape[1]).squareRoot()
      tensors[name] = Tensor(
        shape: shape,
        values: number(shape[0] * shape[1], key + 1).map { Float((2 * $0 - 1) * bound) })
    }
    let silent = (0..<2 * latent).map { $0 < latent ? Float(0) : silence }
    tensors["bridge.1.bias"] = Tensor(shape: [2 * latent], values: silent)
    return Checkpoint(tensors)
  }

  /// `count` numbers of [0, 1) that look random and need no generator.
  private static func number(_ count: Int, _ key: Int) -> [Double] {
    (0..<count).map { index in
      let value = sin(12.9898 * Double(index) + 78.233 * Double(key)) * 43758.5453
      return value - value.rounded(.down)
    }
  }
}
