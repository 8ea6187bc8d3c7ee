import Experiment
import Foundation
import Models
import Networks
import Randomness
import Tensors
import Testing

/// What regularisers do to a training, seen from outside.
@Suite struct RegulariserTests {
  init() { BLAS.pinToOneThread() }

  /// Weights of the toy images' network that train so slowly that they stay as they are.
  private static let still = 1e-30

  private func recipe(
    _ kind: RegulariserKind, weight: Double = 0, last: Double = 0, fixedSteps: Int = 0
  ) throws -> NeuralDE {
    var recipe = try #require(SmallRecipes.recipe("neural-de") as? NeuralDE)
    recipe.learningRate = Self.still
    recipe.equation.fixedSteps = fixedSteps
    recipe.equation.regulariser.kind = kind
    recipe.equation.regulariser.weight = weight
    recipe.equation.regulariser.finalWeight = last
    recipe.equation.regulariser.firstStage = .attached
    return recipe
  }

  /// Four samples in every batch, so that all steps see the same ones.
  private var samples: TrainingSet {
    let task = ToyTask.images()
    let inputs = task.inputs(4, 1)
    return TrainingSet(
      inputs: inputs, targets: task.targets(inputs), validationInputs: inputs,
      validationTargets: task.targets(inputs))
  }

  private func trained(
    _ recipe: NeuralDE, steps: Int, from checkpoint: Checkpoint? = nil
  ) throws -> (model: any CheckpointedModel, trace: TrainingTrace) {
    let random = RandomStream(seed: 3)
    let built = try recipe.build(for: ToyTask.images().role, random: random)
    var model = try #require(built as? any CheckpointedModel)
    if let checkpoint { try model.restore(checkpoint) }
    let trace = try model.fit(
      samples, within: Budget(trainingSteps: steps, batchSize: 4), random: random)
    return (model, trace)
  }

  private func losses(_ trace: TrainingTrace, _ name: String = "training-loss") -> [Double] {
    trace.curves.first { $0.name == name }?.values ?? []
  }

  private static let penalties: [RegulariserKind] = [
    .error, .stiffness, .errorStiffness, .local, .taylor, .kinetic, .distilled,
  ]

  @Test(arguments: penalties)
  func thePenaltyIsAddedWithItsAnnealedWeight(kind: RegulariserKind) throws {
    // one step is not far from adaptive ones: squares of that need a large weight to be seen in Float
    let (steps, first) = kind == .distilled ? (1, 1e6) : (0, 100)
    func run(_ kind: RegulariserKind, _ first: Double, _ last: Double) throws -> [Double] {
      losses(
        try trained(recipe(kind, weight: first, last: last, fixedSteps: steps), steps: 4).trace)
    }
    // distilled networks train on adaptive steps
    let plain = losses(try trained(recipe(.none), steps: 4).trace)
    let (constant, falling) = (try run(kind, first, 0), try run(kind, first, first / 100))
    for step in 0..<4 {
      let penalty = (constant[step] - plain[step]) / first
      #expect(penalty > 0, "\(kind)")
      // l₀ (l₁ / l₀)^(n / N)
      let weight = first * pow(0.01, Double(step) / 4)
      // the losses are rounded to Float
      #expect(abs(falling[step] - plain[step] - weight * penalty) < 1e-5 * constant[step])
    }
  }

  @Test(arguments: penalties)
  func validationHasNoPenalty(kind: RegulariserKind) throws {
    let steps = kind == .distilled ? 2 : 0
    let plain = try trained(recipe(.none, fixedSteps: steps), steps: 1).trace
    let penalised = try trained(recipe(kind, weight: 100, fixedSteps: steps), steps: 1).trace
    #expect(losses(penalised, "validation-loss") == losses(plain, "validation-loss"))
  }

  /// By equal steps the loss is a smooth function of the parameters; the local penalty's state is a constant
  /// to its gradient, and so are the answers that a distilled network learns from.
  @Test(arguments: [RegulariserKind.error, .stiffness, .errorStiffness, .taylor, .kinetic])
  func aStepFollowsTheSlopeOfTheWholeLoss(kind: RegulariserKind) throws {
    var moving = try recipe(kind, weight: 30, fixedSteps: 3)
    let start = try trained(moving, steps: 1).model.checkpoint
    moving.learningRate = 1e-3
    let moved = try trained(moving, steps: 1, from: start).model.checkpoint
    let still = try recipe(kind, weight: 30, fixedSteps: 3)
    var gradient: [String: [Double]] = [:]
    for (name, tensor) in start.tensors {
      let after = try #require(moved.tensors[name]).values
      gradient[name] = zip(tensor.values, after).map { Double($0 - $1) / 1e-3 }
    }
    let norm = gradient.values.joined().reduce(0.0) { $0 + $1 * $1 }.squareRoot()
    func loss(_ distance: Double) throws -> Double {
      var there: [String: Tensor] = [:]
      for (name, tensor) in start.tensors {
        let along = gradient[name] ?? []
        let values = zip(tensor.values, along).map { $0 + Float(distance * $1 / norm) }
        there[name] = Tensor(shape: tensor.shape, values: values)
      }
      let checkpoint = Checkpoint(there)
      return losses(try trained(still, steps: 1, from: checkpoint).trace)[0]
    }
    let distance = 1e-2
    let slope = (try loss(distance) - loss(-distance)) / (2 * distance)
    // d² / 6 of the third derivative, and losses in Float
    #expect(abs(slope - norm) < 5e-3 * norm, "\(kind) \(slope)")
  }

  @Test func theEndOfTheSpanIsDrawnAnewForEachStep() throws {
    let drawn = losses(try trained(recipe(.steer), steps: 4).trace)
    #expect(Set(drawn).count == 4)
    #expect(drawn == losses(try trained(recipe(.steer), steps: 4).trace))
    let plain = losses(try trained(recipe(.none), steps: 4).trace)
    #expect(Set(plain).count == 1 && !drawn.contains(plain[0]))
  }

  @Test func whatPenaltiesEvaluateIsCounted() throws {
    func evaluations(_ kind: RegulariserKind, fixedSteps: Int = 0) throws -> Double {
      let trace = try trained(recipe(kind, fixedSteps: fixedSteps), steps: 1).trace
      return losses(trace, "training-nfe")[0]
    }
    let plain = try evaluations(.none)
    #expect(try evaluations(.error) == plain)
    // the rule of the step size, the first stage and six more
    #expect(try evaluations(.local) == plain + 9)
    #expect(try evaluations(.distilled, fixedSteps: 2) == plain + 2 * 6 + 1)
  }

  @Test func aDistilledNetworkPredictsByItsSteps() throws {
    let (model, _) = try trained(recipe(.distilled, fixedSteps: 2), steps: 1)
    let account = try #require(model as? any AccountableModel)
    _ = try model.predict(ToyTask.images().inputs(3, 4))
    let found = try account.account().entries.first { $0.name == "nfe" }
    #expect(found?.values.compactMap(\.number) == [13, 13, 13])
  }
}
