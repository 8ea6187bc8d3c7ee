import Experiment
import Models
import Networks
import Randomness
import Tensors
import Testing

@Suite struct AutoFFNTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let role = ToyFlow.role()

  private func recipe(_ channels: VelocityChannels) -> AutoFFN {
    var recipe = AutoFFN()
    (recipe.width, recipe.layers, recipe.channels) = (10, 3, channels)
    return recipe
  }

  @Test(arguments: VelocityChannels.allCases)
  func thePredictionIsThePlainNetworkAtEveryPoint(channels: VelocityChannels) throws {
    let model = try recipe(channels).build(for: role, random: RandomStream(seed: 1))
    let tensors = try #require(model as? any CheckpointedModel).checkpoint.tensors
    let inputs = ToyFlow.inputs(role, samples: 2, seed: 3)
    let found = try model.predict(inputs).required("velocity").values
    let velocity = try inputs.required("velocity").values
    let parameters = try inputs.required("parameters").values
    let components = channels == .u ? 1 : 2
    for sample in 0..<2 {
      let field = velocity[sample * 144..<sample * 144 + 72 * components].map(Double.init)
      let flow = parameters[sample * 2..<sample * 2 + 2].map(Double.init)
      for point in [0, 13, 71] {
        let answer = try plain(
          field + flow, [Double(point / 9), Double(point % 9)] as [Double], tensors)
        for component in 0..<2 {
          let at = sample * 144 + component * 72 + point
          let change = component < components ? answer[component] : 0
          let error: Double = Double(found[at]) - Double(velocity[at]) - change
          #expect(abs(error) < 1e-5)
        }
      }
    }
  }

  /// The network of the paper, one point at a time in Double.
  private func plain(
    _ sensors: [Double], _ query: [Double], _ tensors: [String: Tensor]
  ) throws -> [Double] {
    func product(_ name: String, _ x: [Double]) throws -> [Double] {
      let weight = try #require(tensors["\(name).weight"])
      let columns = weight.shape[1]
      return (0..<weight.shape[0]).map { row in
        (0..<columns).reduce(0) { $0 + Double(weight.values[row * columns + $1]) * x[$1] }
      }
    }
    func biased(_ name: String, _ x: [Double]) throws -> [Double] {
      zip(x, try #require(tensors["\(name).bias"]).values).map { $0 + Double($1) }
    }
    let first = zip(try product("first.field", sensors), try product("first.query", query))
    var h = try biased("first", first.map { $0 + $1 }).map { max($0, 0) }
    for layer in 1..<3 {
      h = try biased("hidden.\(layer)", product("hidden.\(layer)", h)).map { max($0, 0) }
    }
    return try biased("answer", product("answer", h))
  }

  @Test(arguments: VelocityChannels.allCases, [0, 20])
  func everyFormLearns(channels: VelocityChannels, trainingPoints: Int) throws {
    var recipe = recipe(channels)
    recipe.trainingPoints = trainingPoints
    (recipe.width, recipe.learningRate) = (40, 3e-3)
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: role, random: random)
    let trace = try model.fit(
      ToyFlow.trainingSet(role), within: Budget(trainingSteps: 200, batchSize: 6), random: random)
    let losses = try #require(trace.curves.first { $0.name == "training-loss" }).values
    let before: Double = losses.prefix(20).reduce(0, +)
    let after: Double = losses.suffix(20).reduce(0, +)
    #expect(after < 0.8 * before)
  }

  @Test func learningFromFewPointsDrawsOtherPointsEachStep() throws {
    var recipe = recipe(.u)
    recipe.trainingPoints = 1
    recipe.learningRate = 0
    let random = RandomStream(seed: 1)
    var model = try recipe.build(for: role, random: random)
    let trace = try model.fit(
      ToyFlow.trainingSet(role), within: Budget(trainingSteps: 8, batchSize: 12), random: random)
    let losses = try #require(trace.curves.first { $0.name == "training-loss" }).values
    #expect(Set(losses).count > 4)
  }
}
