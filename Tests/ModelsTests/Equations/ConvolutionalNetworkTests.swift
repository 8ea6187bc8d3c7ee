import Autodiff
import Experiment
import Models
import Networks
import Randomness
import Tensors
import Testing

/// The network of coloured images.
@Suite struct ConvolutionalNetworkTests {
  init() { BLAS.pinToOneThread() }

  private let task = ToyTask.colours()

  private var small: NeuralDE {
    get throws { try #require(SmallRecipes.recipe("neural-de") as? NeuralDE) }
  }

  private func model(_ recipe: NeuralDE) throws -> any CheckpointedModel {
    let model = try recipe.build(for: task.role, random: RandomStream(seed: 3))
    return try #require(model as? any CheckpointedModel)
  }

  private func network(_ recipe: NeuralDE) throws -> any FieldNetwork {
    try #require(model(recipe) as? any NetworkModel).network
  }

  private func fit(_ model: inout any CheckpointedModel, steps: Int) throws -> TrainingTrace {
    try model.fit(
      task.trainingSet, within: Budget(trainingSteps: steps, batchSize: 4),
      random: RandomStream(seed: 5))
  }

  /// Four samples.
  private var samples: SampleSet {
    let inputs = task.inputs(4, 1)
    return SampleSet(inputs: inputs.tensors, targets: task.targets(inputs).tensors)
  }

  @Test func theDefaultHasThePublishedNumberOfParameters() throws {
    let images = Role(
      inputs: [Role.Slot(name: "image", shape: [3, 32, 32], unit: "1")],
      outputs: [Role.Slot(name: "logits", shape: [10], unit: "1")])
    func count(_ recipe: NeuralDE) throws -> Int {
      try recipe.build(for: images, random: RandomStream(seed: 1)).parameterCount
    }
    // 3 to 5 channels with biases and the normalisation of 8; 9 to 64 and 65 to 64, each with a
    // normalisation, and 65 to 8; 8 to 1 with a bias; 1024 to 10: 58,039
    let lift = 3 * 5 * 9 + 5 + 2 * 8
    let field = 9 * 64 * 9 + 2 * 64 + 65 * 64 * 9 + 2 * 64 + 65 * 8 * 9
    let end = 8 * 9 + 1 + 1024 * 10 + 10
    var recipe = NeuralDE()
    #expect(try count(recipe) == lift + field + end)
    recipe.images.form = .convolutional
    #expect(try count(recipe) == 58_039)
    recipe.images.augmentedDimensions = 5
    // weights into the field, out of it and to the end
    #expect(try count(recipe) == 58_039 + 5 * (64 * 9 + 65 * 9 + 9))
    recipe = NeuralDE()
    recipe.images.form = .paper2021
    // inner and outer layer with times and biases, classes
    #expect(try count(recipe) == 3073 * 100 + 100 + 101 * 3072 + 3072 + 3072 * 10 + 10)
  }

  /// By equal steps the loss is a smooth function of the parameters, with the batch's statistics in it.
  @Test(arguments: [EquationAdjoint.kept, .discrete, .checkpointed])
  func gradientsAreTheSlopesOfTheLoss(adjoint: EquationAdjoint) throws {
    var recipe = try small
    (recipe.equation.fixedSteps, recipe.equation.adjoint) = (2, adjoint)
    try checkGradients(of: network(recipe))
  }

  private func checkGradients(of network: some FieldNetwork) throws {
    let graph = SampleGraph(.training, samples: 4)
    let loss = network.loss(in: graph)
    graph.load([0, 1, 2, 3], of: samples)
    func value() -> Double {
      graph.forward()
      return Double(loss.end.value[0])
    }
    _ = value()
    graph.tape.backward(from: loss.end)
    let parameters = network.parameters.parameters
    let gradients = parameters.map { $0.gradient.values }
    for (parameter, gradient) in zip(parameters, gradients) {
      let norm = gradient.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      let start = parameter.value.values
      func loss(at distance: Double) -> Double {
        parameter.value.load(
          zip(start, gradient).map { $0 + Float(distance * Double($1) / max(norm, 1e-30)) })
        return value()
      }
      let distance = 1e-2
      let slope = (loss(at: distance) - loss(at: -distance)) / (2 * distance)
      parameter.value.load(start)
      // d² / 6 of the third derivative; losses of about 1 in Float, some roundings of 1e-7 over 2 d
      #expect(abs(slope - norm) < 5e-3 * norm + 1e-4, "\(parameter.name) \(slope) \(norm)")
    }
    // a bias before a normalisation moves nothing, everything else does
    let still = zip(parameters, gradients).filter { $1.allSatisfy { abs($0) < 1e-6 } }
    #expect(still.map { $0.0.name } == ["lift.bias"])
  }

  @Test func runningStatisticsMoveInTrainingAndPredictionsUseThem() throws {
    var model = try model(small)
    let before = model.checkpoint
    _ = try fit(&model, steps: 3)
    let after = model.checkpoint
    let names = after.tensors.keys.filter { $0.contains("running_") }.sorted()
    #expect(names.count == 6)
    for name in names { #expect(before.tensors[name] != after.tensors[name], "\(name)") }
    let inputs = task.inputs(2, 4)
    let answers = try model.predict(inputs)
    // predictions move nothing
    #expect(model.checkpoint == after)
    for name in names {
      var tensors = after.tensors
      tensors[name]?.values[0] += 0.5
      try model.restore(Checkpoint(tensors))
      #expect(try model.predict(inputs) != answers, "\(name)")
    }
  }

  /// Two shards at once, of which one alone may write to the running statistics.
  @Test func threadsChangeNoBits() throws {
    func trained(threads: Int) throws -> Checkpoint {
      let network = try network(small)
      var trainer = Trainer(steps: 3, batchSize: 4, learningRate: 1e-3)
      trainer.shards = 2
      _ = try trainer.fit(
        network, to: samples, validation: samples, random: RandomStream(seed: 2),
        with: TrainingResources(threads: threads))
      return network.parameters.checkpoint
    }
    #expect(try trained(threads: 1) == trained(threads: 2))
  }

  @Test(arguments: RegulariserKind.allCases.filter { $0 != .taylor && $0 != .kinetic })
  func everyOtherMethodTrains(kind: RegulariserKind) throws {
    var recipe = try small
    recipe.equation.regulariser.kind = kind
    if kind == .distilled { recipe.equation.fixedSteps = 4 }
    var model = try model(recipe)
    let trace = try fit(&model, steps: 2)
    #expect(trace.steps == 2 && trace.stopped.isEmpty)
  }

  @Test(arguments: EquationAdjoint.allCases) func everyAdjointTrains(adjoint: EquationAdjoint)
    throws
  {
    var recipe = try small
    recipe.equation.adjoint = adjoint
    var model = try model(recipe)
    let trace = try fit(&model, steps: 2)
    #expect(trace.steps == 2 && trace.stopped.isEmpty)
  }

  @Test(arguments: [RegulariserKind.taylor, .kinetic])
  func penaltiesOnDerivativesAreRefused(kind: RegulariserKind) throws {
    var recipe = NeuralDE()
    recipe.equation.regulariser.kind = kind
    let error = #expect(throws: AssayError.self) { try model(recipe) }
    #expect(
      error?.description == """
        model neural-de: the regulariser \(kind.rawValue) with the convolutional network of images; \
        expected a regulariser without derivatives along time, which this network has none of; \
        change the equation's regulariser, or choose images.form paper2021 or paper2023.
        """)
    recipe.images.form = .paper2023
    #expect(throws: Never.self) { try model(recipe) }
  }

  @Test func imagesWithoutChannelsAreRefused() throws {
    var recipe = NeuralDE()
    recipe.images.form = .convolutional
    let role = Role(
      inputs: [Role.Slot(name: "image", shape: [4, 4], unit: "1")],
      outputs: [Role.Slot(name: "logits", shape: [3], unit: "1")])
    let error = #expect(throws: AssayError.self) {
      try recipe.build(for: role, random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model neural-de: images [4, 4] for the convolutional network; expected a channel, a row \
        and a column axis; choose images.form paper2021 or paper2023.
        """)
  }

  @Test func theToleranceIsItsOwnUnlessThereIsNone() throws {
    func facts(_ recipe: NeuralDE) throws -> [String: String] {
      try #require(model(recipe) as? any AccountableModel).facts
    }
    // 1.4e-8 is told to be below rounding
    var recipe = NeuralDE()
    #expect(try facts(recipe).isEmpty)
    recipe.images.convolutional.tolerance = 0
    #expect(try facts(recipe)["tolerance"] != nil)
  }

  @Test func theAccountHasSolvesInBothPrecisions() throws {
    var model = try model(small)
    _ = try fit(&model, steps: 2)
    _ = try model.predict(task.inputs(3, 4))
    let account = try #require(model as? any AccountableModel).account()
    for (evaluation, count) in [("solve", 3), ("batch", 1), ("batch-double", 1)] {
      let entry = account.entries.first { $0.name == "nfe" && $0.evaluation == evaluation }
      let numbers = entry?.values.compactMap(\.number) ?? []
      #expect(numbers.count == count && numbers.allSatisfy { $0 > 0 }, "\(evaluation)")
    }
  }
}
