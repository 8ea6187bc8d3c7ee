import Experiment
import Models
import Randomness
import Tensors
import Testing

@Suite struct NeuralSDETests {
  init() { BLAS.pinToOneThread() }

  private static var recipe: NeuralSDE {
    get throws { try #require(try SmallRecipes.recipe("neural-sde") as? NeuralSDE) }
  }

  private func fit(
    _ recipe: NeuralSDE, on task: ToyTask, steps: Int = 3
  ) throws -> (any Model, TrainingTrace) {
    var model = try recipe.build(for: task.role, random: RandomStream(seed: 2))
    let trace = try model.fit(
      task.trainingSet, within: Budget(trainingSteps: steps, batchSize: 4),
      random: RandomStream(seed: 2))
    return (model, trace)
  }

  @Test(arguments: StochasticRegulariser.allCases)
  func everyRegulariserTrains(regulariser: StochasticRegulariser) throws {
    for task in [ToyTask.moments(), ToyTask.images()] {
      var recipe = try Self.recipe
      (recipe.regulariser, recipe.solver) = (regulariser, .sosri2)
      let (_, trace) = try fit(recipe, on: task)
      #expect(trace.steps == 3 && trace.stopped.isEmpty, "\(task.name)")
      #expect(trace.curves.contains { $0.name == "training-nfe" })
    }
  }

  @Test(arguments: StochasticSolverKind.allCases)
  func everySolverTrains(solver: StochasticSolverKind) throws {
    var recipe = try Self.recipe
    (recipe.solver, recipe.regulariser) = (solver, .error)
    let (model, _) = try fit(recipe, on: .moments())
    let mean = try model.predict(ToyTask.moments().inputs(2, 8)).required("mean")
    #expect(mean.values.allSatisfy { $0.isFinite })
  }

  @Test func aPenaltyChangesTheTraining() throws {
    var recipe = try Self.recipe
    let (_, free) = try fit(recipe, on: .moments())
    recipe.regulariser = .error
    let (_, penalised) = try fit(recipe, on: .moments())
    #expect(free != penalised)
  }

  @Test func trainingStepsHaveOtherNoiseThanEachOther() throws {
    // A rate of zero leaves the parameters alone: only noise can change the loss of all samples.
    var recipe = try Self.recipe
    recipe.learningRate = 0
    var model = try recipe.build(for: ToyTask.moments().role, random: RandomStream(seed: 2))
    let trace = try model.fit(
      ToyTask.moments().trainingSet, within: Budget(trainingSteps: 4, batchSize: 12),
      random: RandomStream(seed: 2))
    let losses = try #require(trace.curves.first { $0.name == "training-loss" }).values
    #expect(Set(losses).count == 4)
  }

  @Test func theStartIsWhereItIsGivenAndDoesNotSpread() throws {
    let task = ToyTask.moments()
    let (model, _) = try fit(Self.recipe, on: task)
    let inputs = task.inputs(3, 8)
    let answer = try model.predict(inputs)
    let (mean, variance) = (try answer.required("mean"), try answer.required("variance"))
    for sample in 0..<3 {
      let first = Array(mean.values[8 * sample..<8 * sample + 2])
      let initial = Array(try inputs.required("initial").values[2 * sample..<2 * sample + 2])
      for (a, b) in zip(first, initial) { #expect(abs(a - b) < 1e-6) }
      #expect(variance.values[8 * sample..<8 * sample + 2].allSatisfy { $0 < 1e-10 })
      #expect(variance.values[8 * sample + 2..<8 * sample + 8].allSatisfy { $0 > 0 })
    }
  }

  @Test func stiffnessNeedsAMethodThatEstimatesIt() throws {
    var recipe = NeuralSDE()
    recipe.regulariser = .stiffness
    let error = #expect(throws: AssayError.self) {
      try recipe.build(for: ToyTask.moments().role, random: RandomStream(seed: 1))
    }
    #expect(error?.kind == .badInput && error?.description.contains("sosri2") == true)
  }

  @Test func thePublishedSizesAreTheDefaults() throws {
    let role = Role(
      inputs: [Role.Slot(name: "image", shape: [1, 28, 28], unit: "1")],
      outputs: [Role.Slot(name: "logits", shape: [10], unit: "1")])
    let model = try NeuralSDE().build(for: role, random: RandomStream(seed: 1))
    let layers = [(784, 32), (32, 64), (64, 32), (32, 32), (32, 10)]
    #expect(model.parameterCount == layers.reduce(0) { $0 + ($1.0 + 1) * $1.1 })
  }
}
