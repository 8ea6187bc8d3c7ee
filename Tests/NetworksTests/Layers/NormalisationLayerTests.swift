import Autodiff
import Networks
import Randomness
import Testing

@Suite struct NormalisationLayerTests {
  private func set() -> ParameterSet<Float> { ParameterSet(random: RandomStream(seed: 1)) }

  /// A pass over x = 1, 3, 1, 3 … plus `shift`, of mean 2 and variance 1.
  private func train(_ layer: BatchNormalisation<Float>, steps: Int, backward: Bool = true) {
    let tape = Tape<Float>(.training)
    let x = tape.constant([4, 1, 8], (0..<32).map { $0 % 2 == 0 ? 1 : 3 })
    let y = layer(x, on: tape)
    for _ in 0..<steps {
      tape.forward()
      #expect(abs(y.values[0] + 1) < 1e-4 && abs(y.values[1] - 1) < 1e-4)
      if backward { tape.backward(from: y) }
    }
  }

  @Test func runningStatisticsApproachThoseOfTheBatches() {
    var parameters = set()
    let layer = BatchNormalisation("norm", channels: 1, in: &parameters)
    #expect(layer.running.mean.value.values == [0] && layer.running.variance.value.values == [1])
    train(layer, steps: 1)
    #expect(abs(layer.running.mean.value.values[0] - 0.2) < 1e-6)
    // 0.9 + 0.1 · 32/31
    #expect(abs(layer.running.variance.value.values[0] - 1.0032258) < 1e-6)
    train(layer, steps: 200)
    #expect(abs(layer.running.mean.value.values[0] - 2) < 1e-5)
  }

  @Test func aForwardPassAloneLeavesRunningStatisticsAlone() {
    var parameters = set()
    let layer = BatchNormalisation("norm", channels: 1, in: &parameters)
    train(layer, steps: 3, backward: false)
    #expect(layer.running.mean.value.values == [0])
  }

  @Test func inferenceUsesTheRunningStatistics() {
    var parameters = set()
    let layer = BatchNormalisation("norm", channels: 1, epsilon: 0, in: &parameters)
    layer.running.mean.value.load([1])
    layer.running.variance.value.load([4])
    let tape = Tape<Float>(.inference)
    let y = layer(tape.constant([1, 1, 2], [5, -3]), on: tape)
    tape.forward()
    #expect(y.values == [2, -2])
  }

  @Test func runningStatisticsAreStoredButNotTrained() throws {
    var parameters = set()
    let layer = BatchNormalisation("norm", channels: 1, in: &parameters)
    #expect(parameters.parameters.map(\.name) == ["norm.weight", "norm.bias"])
    train(layer, steps: 1)
    let checkpoint = parameters.checkpoint
    #expect(
      checkpoint.tensors.keys.sorted() == [
        "norm.bias", "norm.running_mean", "norm.running_var", "norm.weight",
      ])
    var others = set()
    let same = BatchNormalisation("norm", channels: 1, in: &others)
    try others.restore(checkpoint)
    #expect(same.running.mean.value.values == layer.running.mean.value.values)
    #expect(same.running.variance.value.values == layer.running.variance.value.values)
  }

  @Test func everyGroupHasMeanZeroAndVarianceOne() {
    var parameters = set()
    let layer = GroupNormalisation("norm", channels: 4, groups: 2, in: &parameters)
    let tape = Tape<Float>(.inference)
    let x = tape.constant([2, 4, 5], (0..<40).map { Float(($0 * 7) % 23) })
    let outputs = [
      (layer(x, on: tape), 10), (InstanceNormalisation<Float>()(x, on: tape), 5),
      (LayerNormalisation("layer", axes: [4, 5], in: &parameters)(x, on: tape), 20),
    ]
    let copies = outputs.map { tape.scaled($0.0, by: 1) }
    tape.forward()
    for (y, (_, count)) in zip(copies, outputs) {
      let values = y.values.map(Double.init)
      for start in stride(from: 0, to: 40, by: count) {
        let group = values[start..<start + count]
        #expect(abs(group.reduce(0, +)) < 1e-5)
        #expect(abs(group.map { $0 * $0 }.reduce(0, +) / Double(count) - 1) < 1e-4)
      }
    }
  }
}
