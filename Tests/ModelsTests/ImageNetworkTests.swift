import Experiment
import Models
import Networks
import Randomness
import Tensors
import Testing

/// What the structure of U-Net, ResNet, PDE-Refiner and CAPE says about their predictions.
@Suite struct ImageNetworkTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let role = ToyFlow.role(height: 16, width: 17)

  private func model(_ recipe: some ModelRecipe) throws -> any CheckpointedModel {
    try #require(
      recipe.build(for: role, random: RandomStream(seed: 1)) as? any CheckpointedModel)
  }

  @Test(arguments: ["u-net", "res-net", "pde-refiner", "cape", "fno"])
  func answersOutsideTheMaskAreZero(name: String) throws {
    let model = try SmallRecipes.recipe(name).build(for: role, random: RandomStream(seed: 1))
    let inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    let mask = try inputs.required("mask").values
    let found = try model.predict(inputs).required("velocity").values
    let outside = found.indices.filter { mask[$0 % mask.count] == 0 }
    #expect(!outside.isEmpty && outside.allSatisfy { found[$0] == 0 })
  }

  @Test func aResNetSeesTheNearestPixelBeyondTheBorder() throws {
    var recipe = ResNet()
    (recipe.width, recipe.hiddenWidth, recipe.blocks) = (4, 8, 1)
    var inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    for name in ["velocity", "mask"] {
      inputs[name] = Tensor(shape: try inputs.required(name).shape, repeating: 1)
    }
    let found = try model(recipe).predict(inputs).required("velocity").values
    // a uniform field stays uniform only if nothing marks the border; sums in other orders differ
    for field in [found.prefix(272), found.suffix(272)] {
      let (low, high) = (try #require(field.min()), try #require(field.max()))
      let size: Float = max(abs(low), abs(high))
      #expect(high - low < 1e-5 * size)
    }
  }

  @Test(arguments: PlaneNormalisationKind.allCases, [UNet.Entrance.input, .bottleneck])
  func everyFormOfTheUNetLearns(
    normalisation: PlaneNormalisationKind, entrance: UNet.Entrance
  ) throws {
    var recipe = UNet()
    (recipe.width, recipe.normalisation, recipe.entrance) = (4, normalisation, entrance)
    (recipe.scaling, recipe.inputNoise, recipe.learningRate) = (.perSample, 0.01, 3e-3)
    let random = RandomStream(seed: 1)
    var model = try model(recipe)
    let trace = try model.fit(
      ToyFlow.trainingSet(role), within: Budget(trainingSteps: 60, batchSize: 4), random: random)
    let losses = try #require(trace.curves.first { $0.name == "training-loss" }).values
    let (before, after): (Double, Double) = (
      losses.prefix(10).reduce(0, +), losses.suffix(10).reduce(0, +)
    )
    #expect(after < 0.5 * before)
  }

  @Test func theBatchNormalisationOfAUNetPredictsWithItsRunningStatistics() throws {
    var recipe = UNet()
    recipe.width = 4
    var model = try model(recipe)
    let before = model.checkpoint.tensors
    _ = try model.fit(
      ToyFlow.trainingSet(role), within: Budget(trainingSteps: 3, batchSize: 4),
      random: RandomStream(seed: 1))
    let name = "down.0.0.normalisation.running_mean"
    #expect(model.checkpoint.tensors[name] != before[name])
    // other running statistics, other predictions
    let inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    let found = try model.predict(inputs)
    var tensors = model.checkpoint.tensors
    tensors[name] = before[name]
    try model.restore(Checkpoint(tensors))
    #expect(try model.predict(inputs) != found)
  }

  @Test func noRefinementIsAPlainPrediction() throws {
    var refiner = PDERefiner()
    (refiner.width, refiner.refinementSteps) = (4, 0)
    var plain = UNet()
    (plain.width, plain.normalisation, plain.scaling) = (4, .group, .perSample)
    let (first, second) = (try model(refiner), try model(plain))
    // the answer of the first pass is the negative change in units of `differenceScale`
    var tensors = first.checkpoint.tensors
    for name in ["answer.weight", "answer.bias"] {
      let answer = try #require(tensors[name])
      tensors[name] = Tensor(shape: answer.shape, values: answer.values.map { -0.3 * $0 })
    }
    try second.restore(Checkpoint(tensors))
    let inputs = ToyFlow.inputs(role, samples: 2, seed: 3)
    let (found, expected) = (
      try first.predict(inputs).required("velocity").values,
      try second.predict(inputs).required("velocity").values
    )
    let errors: [Float] = zip(found, expected).map { abs($0 - $1) }
    #expect(errors.allSatisfy { $0 < 1e-5 })
    #expect(first.parameterCount == second.parameterCount)
  }

  @Test func refinementsChangeAPredictionAndRepeat() throws {
    var refiner = PDERefiner()
    (refiner.width, refiner.refinementSteps) = (4, 2)
    let model = try model(refiner)
    let inputs = ToyFlow.inputs(role, samples: 2, seed: 3)
    #expect(try model.predict(inputs) == model.predict(inputs))
  }

  @Test(arguments: CAPE.Backbone.allCases)
  func theFlowParametersActThroughTheAttentionAlone(backbone: CAPE.Backbone) throws {
    var recipe = CAPE()
    (recipe.width, recipe.modes, recipe.backbone) = (8, 2, backbone)
    (recipe.backboneWidth, recipe.backboneModes) = (4, 3)
    let model = try model(recipe)
    let inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    var others = inputs
    others["parameters"] = Tensor(shape: [1, 2], values: [0.9, -0.7])
    #expect(try model.predict(inputs) != model.predict(others))
    var tensors = model.checkpoint.tensors
    for name in ["point", "depth", "spectral"].map({ "cape.\($0).gate.last.weight" }) {
      let gate = try #require(tensors[name])
      tensors[name] = Tensor(shape: gate.shape)
    }
    try model.restore(Checkpoint(tensors))
    #expect(try model.predict(inputs) == model.predict(others))
  }
}
