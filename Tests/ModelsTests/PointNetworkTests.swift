import Experiment
import Models
import Networks
import Randomness
import Tensors
import Testing

/// FFN and the DeepONets against their equations, in Double and point by point.
@Suite struct PointNetworkTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private struct Sample {
    let u: [Double]
    let v: [Float]
    let parameters: [Double]
    let time: Double
    let found: [Float]
  }

  private let role = ToyFlow.role()
  private let points = (0..<72).map { [Double($0 / 9), Double($0 % 9)] }

  /// A sample and what `recipe` predicts for it, with the parameters that it did so with.
  private func predicted(_ recipe: some ModelRecipe) throws -> (PlainNetwork, Sample) {
    let model = try recipe.build(for: role, random: RandomStream(seed: 1))
    let tensors = try #require(model as? any CheckpointedModel).checkpoint.tensors
    let inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    let velocity = try inputs.required("velocity").values
    let sample = Sample(
      u: velocity.prefix(72).map(Double.init), v: Array(velocity.suffix(72)),
      parameters: try inputs.required("parameters").values.map(Double.init),
      time: Double(try inputs.required("time").values[0]),
      found: try model.predict(inputs).required("velocity").values)
    return (PlainNetwork(tensors: tensors), sample)
  }

  /// Whether the prediction of u is `expected` but for the roundings of some layers in Float, with
  /// coordinates up to 8.
  private func agree(_ sample: Sample, _ expected: [Double]) -> Bool {
    zip(sample.found, expected).allSatisfy { abs(Double($0) - $1) < 2e-5 }
  }

  @Test func theFFNIsThePublishedOne() throws {
    var recipe = FFN()
    (recipe.width, recipe.layers) = (10, 3)
    let (plain, sample) = try predicted(recipe)
    let expected = try points.map { point in
      let flow = try plain.product("first.flow", sample.parameters + [sample.time])
      let first = zip(flow, try plain.product("first.query", point)).map { $0 + $1 }
      let bias = try #require(plain.tensors["first.bias"]).values
      let h = [zip(first, bias).map { $0 + Double($1) }]
      return try plain.stack("layers", PlainNetwork.normalised(h), PlainNetwork.normalised)[0][0]
    }
    #expect(agree(sample, expected))
    #expect(sample.found.suffix(72).allSatisfy { $0 == 0 })
  }

  @Test func theDeepONetIsThePublishedOneWithStatisticsOverAllPoints() throws {
    var recipe = DeepONet()
    (recipe.width, recipe.layers) = (10, 3)
    let (plain, sample) = try predicted(recipe)
    let branch = try plain.stack("branch", [sample.parameters], PlainNetwork.normalised)[0]
    let time = try plain.dense("trunk.time", [sample.time])
    let starts = try points.map { point in
      zip(time, try plain.dense("trunk.query", point)).map { $0 + $1 }
    }
    let trunk = try plain.stack("trunk", starts, PlainNetwork.normalised)
    let expected: [Double] = trunk.map { dot($0, branch) }
    #expect(agree(sample, expected))
    #expect(sample.found.suffix(72).allSatisfy { $0 == 0 })
  }

  @Test func theAutoDeepONetIsThePublishedOne() throws {
    var recipe = AutoDeepONet()
    (recipe.width, recipe.layers) = (10, 3)
    let (plain, sample) = try predicted(recipe)
    let branch = try plain.stack("branch", [sample.u + sample.parameters], PlainNetwork.relu)[0]
    let expected = try stepped(sample, branch, plain)
    #expect(agree(sample, expected))
    #expect(Array(sample.found.suffix(72)) == sample.v)
  }

  @Test func aTrunkThatIsComputedOnceFollowsItsParameters() throws {
    var recipe = AutoDeepONet()
    (recipe.width, recipe.layers) = (10, 3)
    let models = try [1, 2].map { seed in
      try #require(
        recipe.build(for: role, random: RandomStream(seed: seed)) as? any CheckpointedModel)
    }
    let inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    let expected = try models[1].predict(inputs)
    #expect(try models[0].predict(inputs) != expected)
    try models[0].restore(models[1].checkpoint)
    #expect(try models[0].predict(inputs) == expected)
  }

  @Test func theAutoEDeepONetIsThePublishedOne() throws {
    var recipe = AutoEDeepONet()
    (recipe.width, recipe.layers) = (10, 3)
    let (plain, sample) = try predicted(recipe)
    let field = try plain.stack("branch.field", [sample.u], PlainNetwork.relu)[0]
    let flow = try plain.stack("branch.parameters", [sample.parameters], PlainNetwork.relu)[0]
    let branch: [Double] = zip(field, flow).map { $0 * $1 }
    let expected = try stepped(sample, branch, plain)
    #expect(agree(sample, expected))
    #expect(Array(sample.found.suffix(72)) == sample.v)
  }

  /// u plus the dot of `branch` and the trunk at each point.
  private func stepped(
    _ sample: Sample, _ branch: [Double], _ plain: PlainNetwork
  ) throws -> [Double] {
    let shifted = points.map { $0.map { ($0 - 50) / 100 } }
    let trunk = try plain.stack("trunk", shifted, PlainNetwork.relu)
    return zip(trunk, sample.u).map { row, u in u + dot(row, branch) }
  }

  private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Both grids of the benchmark.
  @Test(arguments: [(64, 64), (66, 65)])
  func theConvolutionBranchEndsInFourByFourFields(height: Int, width: Int) throws {
    let model = try AutoDeepONetCNN().build(
      for: ToyFlow.role(height: height, width: width, parameters: 5),
      random: RandomStream(seed: 1))
    let tensors = try #require(model as? any CheckpointedModel).checkpoint.tensors
    #expect(tensors["head.0.weight"]?.shape == [512, 32 * 4 * 4])
    #expect(tensors["trunk.4.weight"]?.shape == [32 * 4 * 4, 100])
  }

  @Test func bothComponentsCanBePredicted() throws {
    let role = ToyFlow.role(height: 16, width: 17)
    for name in ["ffn", "deep-o-net", "auto-deep-o-net", "auto-e-deep-o-net"] {
      let random = RandomStream(seed: 1)
      var model = try velocityRecipe(name).build(for: role, random: random)
      let trace = try model.fit(
        ToyFlow.trainingSet(role), within: Budget(trainingSteps: 60, batchSize: 4), random: random)
      let losses = try #require(trace.curves.first { $0.name == "training-loss" }).values
      let (before, after): (Double, Double) = (
        losses.prefix(10).reduce(0, +), losses.suffix(10).reduce(0, +)
      )
      #expect(after < before, "\(name)")
    }
  }

  private func velocityRecipe(_ name: String) throws -> any ModelRecipe {
    let recipe = try SmallRecipes.recipe(name)
    switch recipe {
    case var form as FFN:
      form.channels = .velocity
      return form
    case var form as DeepONet:
      form.channels = .velocity
      return form
    case var form as AutoDeepONet:
      form.channels = .velocity
      return form
    case var form as AutoEDeepONet:
      form.channels = .velocity
      return form
    default: return recipe
    }
  }
}
