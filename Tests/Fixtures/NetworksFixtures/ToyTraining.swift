import Networks
import Randomness
import Tensors

/// A training with everything that has a state, by one of the optimisers.
public struct ToyTraining: Sendable {
  /// The optimisers with a learning rate for each.
  public static let optimisers: [String: (rate: Double, choice: OptimiserChoice)] = [
    "sgd": (0.05, .sgd(momentum: 0, decay: .none)),
    "momentum": (0.02, .sgd(momentum: 0.9, decay: WeightDecay(rate: 1e-3))),
    "nesterov": (0.02, .nesterov(momentum: 0.9, decay: .none)),
    "adam": (0.01, .adam(decay: .none)),
    "adamw": (0.01, .adamW(decay: WeightDecay(rate: 0.01, exempt: ["bias"]))),
    "adamax": (0.01, .adaMax(decay: .none)),
    "adabelief": (0.01, .adaBelief(decay: .none)),
    "lbfgs": (0.5, .lbfgs(history: 4, iterations: 2)),
  ]

  /// How it is trained.
  public var trainer: Trainer

  /// `steps` steps of the optimiser called `name`.
  public init(_ name: String, steps: Int) {
    let (rate, choice) = Self.optimisers[name] ?? (0, .sgd(momentum: 0, decay: .none))
    let schedule = LearningRateSchedule.plateau(PlateauRule(factor: 0.7, patience: 2))
    trainer = Trainer(
      steps: steps, batchSize: 7, learningRate: rate, schedule: schedule,
      validationChecks: steps / 5)
    trainer.optimiser = choice
    trainer.clipping = .norm(0.5)
    trainer.averaging = .exponential(decay: 0.9)
    trainer.batches.remainder = .kept
    trainer.shards = 2
  }

  /// Trains to the end.
  /// - Returns: the record and the parameters
  public func run(
    _ resources: TrainingResources = TrainingResources(threads: 1)
  ) throws -> (record: TrainingRecord, parameters: Checkpoint) {
    // bits depend on no flip of another step or sample
    let flip = SampleTransform("flip") { sample, random in
      let sign: Float = random.uniform() < 0.5 ? -1 : 1
      let x = sample.input("x")
      for index in x.indices { x[index] *= sign }
    }
    let network = ToyNetwork(seed: 4, hidden: .normalised)
    let record = try trainer.fit(
      network, to: ToyNetwork.samples(24, seed: 1, transforms: [flip]),
      validation: ToyNetwork.samples(8, seed: 2), random: RandomStream(seed: 3), with: resources)
    return (record, network.parameters.checkpoint)
  }
}
