import Autodiff
import Experiment
import Foundation
import Models
import Networks
import Randomness
import Tensors
import Testing

@Suite struct FNOTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private struct Case: Decodable {
    let output: StepOutput
    let scaling: VelocityScaling
    let velocity: [Double]
  }

  /// Numbers that the reference script makes in the same way.
  private func numbers(_ shape: [Int], _ phase: Double, _ scale: Double) -> Tensor {
    let values = (0..<shape.reduce(1, *)).map { Float(scale * sin(1.7 * Double($0) + phase)) }
    return Tensor(shape: shape, values: values)
  }

  private func parameters(_ recipe: FNO, features: Int) -> Checkpoint {
    let (width, modes) = (recipe.width, recipe.modes)
    var tensors: [String: Tensor] = [:]
    func linear(_ name: String, _ phase: Double, _ inputs: Int, _ outputs: Int) {
      tensors["\(name).weight"] = numbers([outputs, inputs], phase, 0.4)
      tensors["\(name).bias"] = numbers([outputs], phase + 0.5, 0.3)
    }
    linear("lift", 1, features, width)
    for layer in 0..<recipe.layers {
      tensors["blocks.\(layer).spectral.weight"] = numbers(
        [2 * modes, modes, width, 2, width], 2 + Double(layer), 0.5)
      linear("blocks.\(layer).pointwise", 3 + Double(layer), width, width)
    }
    linear("widen", 6, width, recipe.projection)
    linear("answer", 7, recipe.projection, 2)
    return Checkpoint(tensors)
  }

  @Test func theForwardPassIsThatOfNumPy() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/fno/fno.json")
    let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    let role = ToyFlow.role(height: 8, width: 9, parameters: 2)
    var inputs = NamedTensors()
    inputs["velocity"] = numbers([2, 2, 8, 9], 0.1, 3)
    var mask = numbers([2, 1, 8, 9], 0.2, 1)
    mask.values = mask.values.map { $0 > -0.8 ? 1 : 0 }
    inputs["mask"] = mask
    inputs["parameters"] = numbers([2, 2], 0.3, 1)
    inputs["time"] = numbers([2, 1], 0.4, 1)
    #expect(cases.count == 4)
    for reference in cases {
      var recipe = FNO()
      (recipe.width, recipe.modes, recipe.layers, recipe.projection) = (4, 3, 2, 6)
      (recipe.output, recipe.scaling) = (reference.output, reference.scaling)
      let model = try recipe.build(for: role, random: RandomStream(seed: 1))
      try #require(model as? any CheckpointedModel)
        .restore(parameters(recipe, features: 7))
      let found = try model.predict(inputs).required("velocity").values
      let size = reference.velocity.map(abs).max() ?? 0
      let error = zip(found, reference.velocity).map { abs(Double($0) - $1) }.max() ?? .infinity
      // six layers in Float, each with a relative rounding error of some 1e-7
      #expect(error < 3e-6 * size, "\(reference.output) \(reference.scaling)")
    }
  }

  @Test(arguments: StepOutput.allCases, VelocityScaling.allCases)
  func everyFormLearns(output: StepOutput, scaling: VelocityScaling) throws {
    var recipe = FNO()
    (recipe.width, recipe.modes, recipe.layers, recipe.projection) = (8, 3, 2, 16)
    (recipe.output, recipe.scaling, recipe.loss) = (output, scaling, .sampleNMSE)
    recipe.learningRate = 1e-2
    let role = ToyFlow.role()
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: role, random: random)
    let trace = try model.fit(
      ToyFlow.trainingSet(role), within: Budget(trainingSteps: 60, batchSize: 4), random: random)
    let losses = try #require(trace.curves.first { $0.name == "validation-loss" }).values
    let first = try #require(trace.curves.first { $0.name == "training-loss" }?.values.first)
    #expect(try #require(losses.min()) < 0.5 * first)
  }

  @Test func perSampleScalingMakesPredictionsOfDirectAnswersProportionalToSpeed() throws {
    var recipe = FNO()
    (recipe.width, recipe.modes, recipe.scaling) = (8, 3, .perSample)
    let role = ToyFlow.role()
    let model = try recipe.build(for: role, random: RandomStream(seed: 1))
    var inputs = ToyFlow.inputs(role, samples: 1, seed: 3)
    let slow = try model.predict(inputs).required("velocity").values
    var velocity = try inputs.required("velocity")
    velocity.values = velocity.values.map { 8 * $0 }
    inputs["velocity"] = velocity
    let fast = try model.predict(inputs).required("velocity").values
    #expect(fast == slow.map { 8 * $0 })  // a power of two changes no mantissa
  }

  @Test func aGridThatLacksTheModesIsRefused() {
    let error = #expect(throws: AssayError.self) {
      try FNO().build(for: ToyFlow.role(height: 20, width: 64), random: RandomStream(seed: 1))
    }
    #expect(
      error?.description == """
        model fno: 12 modes on a grid of 20x64; expected at most 10 modes; \
        lower the model's 'modes' or use a finer grid.
        """)
  }

  @Test func aTrainingBeyondTheCellsMemoryIsRefused() throws {
    var recipe = FNO()
    (recipe.width, recipe.modes) = (64, 3)
    let role = ToyFlow.role()
    var model = try recipe.build(for: role, random: RandomStream(seed: 1))
    let budget = Budget(trainingSteps: 1, batchSize: 12, memoryMebibytes: 2)
    let error = #expect(throws: MemoryRefusal.self) {
      try model.fit(ToyFlow.trainingSet(role), within: budget, random: RandomStream(seed: 1))
    }
    #expect(error?.limitBytes == 2 << 20)
  }
}
