import Experiment
import Models
import Randomness
import Tensors
import Testing

/// What all models that step from one velocity to the next have in common.
@Suite struct StepNetworkTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let role = ToyFlow.role(height: 16, width: 17)

  /// Six frames of a decaying flow, one behind the other.
  private func trajectory() throws -> TrainingSet {
    var inputs = ToyFlow.inputs(role, samples: 1, seed: 4).gathered(samples: [0, 0, 0, 0, 0, 0])
    let first = try inputs.required("velocity")
    var frames: [Float] = Array(first.values.prefix(first.rowCount))
    for _ in 1..<6 { frames += frames.suffix(first.rowCount).map { 0.7 * $0 } }
    inputs["velocity"] = Tensor(shape: first.shape, values: frames)
    return TrainingSet(
      inputs: inputs, targets: ToyFlow.targets(inputs), validationInputs: NamedTensors(),
      validationTargets: NamedTensors())
  }

  private func losses(_ recipe: some ModelRecipe) throws -> [Double] {
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: role, random: random)
    let trace = try model.fit(
      trajectory(), within: Budget(trainingSteps: 40, batchSize: 4), random: random)
    return try #require(trace.curves.first { $0.name == "training-loss" }).values
  }

  @Test(arguments: [VelocityChannels.u, .velocity])
  func aPointNetworkLearnsFromItsOwnOutput(channels: VelocityChannels) throws {
    var recipe = AutoDeepONet()
    (recipe.width, recipe.layers, recipe.channels) = (16, 3, channels)
    (recipe.unrolledSteps, recipe.scaling, recipe.inputNoise) = (3, .perSample, 0.01)
    let losses = try losses(recipe)
    let (before, after): (Double, Double) = (
      losses.prefix(5).reduce(0, +), losses.suffix(5).reduce(0, +)
    )
    #expect(after < before)
  }

  @Test func anImageNetworkLearnsFromItsOwnOutput() throws {
    var recipe = ResNet()
    (recipe.width, recipe.hiddenWidth, recipe.blocks, recipe.kernelSize) = (4, 8, 1, 3)
    (recipe.unrolledSteps, recipe.scaling, recipe.learningRate) = (2, .perSample, 3e-3)
    let losses = try losses(recipe)
    let (before, after): (Double, Double) = (
      losses.prefix(5).reduce(0, +), losses.suffix(5).reduce(0, +)
    )
    #expect(after < before)
  }

  @Test func unrollingFewPointsIsRefused() {
    var recipe = AutoEDeepONet()
    (recipe.trainingPoints, recipe.unrolledSteps) = (10, 2)
    let error = #expect(throws: AssayError.self) {
      try recipe.build(for: role, random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model auto-e-deep-o-net: trainingPoints 10, unrolledSteps 2; expected no negative number of \
        points, and all points (0) to unroll, as each step reads them; correct the model's parameters.
        """)
  }

  @Test func kernelsWithoutAMiddleAndNumbersBelowOneAreRefused() {
    var even = ResNet()
    even.kernelSize = 4
    var empty = UNet()
    empty.width = 0
    var dropped = ResNet()
    dropped.dropout = 1
    let messages = [even as any ModelRecipe, empty, dropped].map { recipe in
      let error = #expect(throws: AssayError.self) {
        try recipe.build(for: role, random: RandomStream(seed: 1))
      }
      return error?.description ?? ""
    }
    #expect(
      messages == [
        "model res-net: kernelSize 4; expected an odd number, so that a kernel has a middle; "
          + "correct the model's parameters.",
        "model u-net: width 0, unrolledSteps 1; expected numbers above 0; "
          + "correct the model's parameters.",
        "model res-net: dropout 1.0; expected 0.0 or more and less than 1.0; "
          + "correct the model's parameters.",
      ])
  }
}
