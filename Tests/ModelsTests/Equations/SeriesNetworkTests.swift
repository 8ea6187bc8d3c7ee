import Experiment
import Models
import Randomness
import Tensors
import Testing

/// What networks around irregular series must not look at, and what they are made of.
@Suite struct SeriesNetworkTests {
  init() { BLAS.pinToOneThread() }

  private static var recipe: NeuralDE {
    get throws { try #require(try SmallRecipes.recipe("neural-de") as? NeuralDE) }
  }

  private func model(_ task: ToyTask, _ recipe: NeuralDE) throws -> any Model {
    try recipe.build(for: task.role, random: RandomStream(seed: 3))
  }

  /// `inputs` with 9 wherever nothing was observed.
  private func disturbed(_ inputs: NamedTensors) throws -> NamedTensors {
    var changed = inputs
    var values = try inputs.required("values")
    let mask = try inputs.required("mask")
    for index in values.values.indices where mask.values[index] == 0 { values.values[index] = 9 }
    changed["values"] = values
    return changed
  }

  @Test(arguments: [ToyTask.series(), ToyTask.interpolation()].map(\.name))
  func whatIsMaskedHasNoInfluence(name: String) throws {
    let task = name == "series" ? ToyTask.series() : ToyTask.interpolation()
    let model = try model(task, Self.recipe)
    let inputs = task.inputs(3, 4)
    let changed = try disturbed(inputs)
    #expect(changed != inputs)
    #expect(try model.predict(inputs) == model.predict(changed))
  }

  @Test func whatIsAskedHasNoInfluence() throws {
    let task = ToyTask.interpolation()
    let model = try model(task, Self.recipe)
    let inputs = task.inputs(2, 4)
    var other = inputs
    other["asked"] = Tensor(shape: try inputs.required("asked").shape, repeating: 1)
    #expect(try model.predict(inputs) == model.predict(other))
  }

  /// A series that ends early is what it is with any padding behind it: the path stands still.
  @Test func paddingBehindASeriesHasNoInfluence() throws {
    let task = ToyTask.series()
    var recipe = try Self.recipe
    recipe.equation.tolerance = 1e-6
    let model = try model(task, recipe)
    var inputs = task.inputs(1, 4)
    var mask = try inputs.required("mask")
    for index in 6..<mask.values.count { mask.values[index] = 0 }
    inputs["mask"] = mask
    let whole = try model.predict(inputs).required("logits").values
    var moved = inputs
    // the same series before another padding
    moved["times"] = Tensor(shape: [1, 6], values: [0, 0.2, 0.4, 0.5, 0.9, 1])
    let other = try model.predict(moved).required("logits").values
    // steps are others, so that answers agree to some tolerances
    for (a, b) in zip(whole, other) { #expect(abs(a - b) < 1e-4) }
  }

  @Test(arguments: RegulariserKind.allCases) func everyMethodTrains(kind: RegulariserKind) throws {
    for task in [ToyTask.series(), ToyTask.interpolation()] {
      var recipe = try Self.recipe
      recipe.equation.regulariser.kind = kind
      if kind == .distilled { recipe.equation.fixedSteps = 4 }
      var model = try model(task, recipe)
      let trace = try model.fit(
        task.trainingSet, within: Budget(trainingSteps: 2, batchSize: 4),
        random: RandomStream(seed: 5))
      #expect(trace.steps == 2 && trace.stopped.isEmpty, "\(task.name)")
    }
  }

  @Test func theLatentEquationHasThePublishedSizes() throws {
    // PhysioNet: 37 quantities at 49 times.
    let table = [49, 37]
    let slots = ["values", "mask", "asked"].map { Role.Slot(name: $0, shape: table, unit: "1") }
    let role = Role(
      inputs: slots + [Role.Slot(name: "times", shape: [49], unit: "1")],
      outputs: [Role.Slot(name: "values", shape: table, unit: "1")])
    let model = try NeuralDE().build(for: role, random: RandomStream(seed: 1))
    // Three first layers of 175 x 40, two of 40 x 50, one of 40 x 100; 100-50-40; 4 (20-50-20); 20-37.
    let encoder = 3 * (175 * 40 + 40) + 2 * (40 * 50 + 50) + (40 * 100 + 100)
    let bridge = 100 * 50 + 50 + 50 * 40 + 40
    let field = 4 * (20 * 50 + 50 + 50 * 20 + 20)
    #expect(model.parameterCount == encoder + bridge + field + 20 * 37 + 37)
  }
}
