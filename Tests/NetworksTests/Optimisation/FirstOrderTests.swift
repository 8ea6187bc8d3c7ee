import Autodiff
import Networks
import Tensors
import Testing

@Suite struct FirstOrderTests {
  /// Twenty steps of Double arithmetic in another order of operations: some ten roundings a step.
  private static let tolerance = 1e-13

  static let cases: [(name: String, rate: Double, choice: OptimiserChoice)] = [
    ("sgd", 0.05, .sgd(momentum: 0, decay: .none)),
    ("sgd-momentum", 0.02, .sgd(momentum: 0.9, decay: .none)),
    ("sgd-nesterov", 0.02, .nesterov(momentum: 0.9, decay: WeightDecay(rate: 0.1))),
    ("adam", 0.05, .adam(decay: WeightDecay(rate: 0.1))),
    ("adamw", 0.05, .adamW(decay: WeightDecay(rate: 0.1))),
    ("adamax", 0.05, .adaMax(decay: WeightDecay(rate: 0.1))),
    ("adabelief", 0.05, .adaBelief(decay: .none)),
    ("adabelief-decay", 0.05, .adaBelief(decay: WeightDecay(rate: 0.1))),
  ]

  @Test(arguments: 0..<cases.count)
  func optimisersFollowTheirReference(index: Int) throws {
    let (name, rate, choice) = Self.cases[index]
    let reference = try TrajectoryReference.read()
    let path = try #require(reference.paths[name])
    let w = Parameter.at(reference.start)
    var optimiser = choice.optimiser(of: [w])
    for expected in path {
      _ = optimiser.step(learningRate: rate) { reference.quartic(w) }
      for (found, wanted) in zip(w.value.values, expected) {
        #expect(abs(found - wanted) < Self.tolerance, "\(name)")
      }
    }
    #expect(path.count == 20)
  }

  @Test(arguments: 0..<cases.count)
  func singlePrecisionStaysNearDouble(index: Int) throws {
    let (name, rate, choice) = Self.cases[index]
    let reference = try TrajectoryReference.read()
    let w = Parameter<Float>(name: "w", shape: [3])
    w.value.load(reference.start.map(Float.init))
    var optimiser = choice.optimiser(of: [w])
    for _ in 0..<20 {
      _ = optimiser.step(learningRate: rate) {
        for (i, c) in reference.c.enumerated() {
          let d = w.value.start[i] - 1
          w.gradient.start[i] = Float(c) * d * d * d
        }
        return 0
      }
    }
    for (found, wanted) in zip(w.value.values, try #require(reference.paths[name]?.last)) {
      // twenty steps of some four roundings each, of values below 1
      #expect(abs(Double(found) - wanted) < 80 * Double(Float.ulpOfOne), "\(name)")
    }
  }

  @Test func aLossThatIsNotFiniteMovesNothing() {
    let w = Parameter.at([1, 2])
    var adam = Adam([w])
    w.gradient.fill(1)
    let loss = adam.step(learningRate: 0.1) { .nan }
    #expect(loss.isNaN)
    #expect(w.value.values == [1, 2])
    #expect(adam.moments.step == 0)
  }

  @Test func decaySparesTheExemptNames() {
    let parameters = ["a.weight", "a.bias", "bias", "basbias"].map { Parameter.at([1], $0) }
    var sgd = SGD(parameters, decay: WeightDecay(rate: 0.5, exempt: ["bias"]))
    sgd.update(learningRate: 0.1)
    #expect(parameters.map { $0.value.values[0] } == [0.95, 1, 1, 0.95])
  }

  @Test(arguments: 0..<cases.count)
  func statesGoAndComeBack(index: Int) throws {
    let (_, rate, choice) = Self.cases[index]
    let reference = try TrajectoryReference.read()
    let (w, other) = (Parameter.at(reference.start), Parameter.at([9, 9, 9]))
    var optimiser = choice.optimiser(of: [w])
    for _ in 0..<5 { _ = optimiser.step(learningRate: rate) { reference.quartic(w) } }
    var second = choice.optimiser(of: [other])
    try second.restore(optimiser.state)
    other.value.load(w.value.values)
    for _ in 0..<5 {
      _ = optimiser.step(learningRate: rate) { reference.quartic(w) }
      _ = second.step(learningRate: rate) { reference.quartic(other) }
    }
    #expect(w.value.values == other.value.values)
    #expect(optimiser.state == second.state)
  }

  @Test func statesOfOtherParametersAreRefused() {
    let adam = Adam([Parameter.at([1, 2], "a")])
    var other = Adam([Parameter.at([1, 2, 3], "a")])
    let error = #expect(throws: CheckpointMismatch.self) { try other.restore(adam.state) }
    #expect(error?.name == "mean/a" && error?.found == "[2]" && error?.expected == "[3]")
  }
}
