import Autodiff
import Tensors
import Testing

@Suite struct DenseLayersTests {
  private static let rows = 600
  private let layers: [DenseLayer<Float>] = zip([(3, 20), (20, 10), (10, 2)], 0...).map {
    DenseLayer(
      weight: TestNumbers.parameter("w\($1)", [$0.1, $0.0]),
      bias: TestNumbers.parameter("b\($1)", [$0.1]),
      activation: [.tanh, .gelu, .identity][$1])
  }

  init() { BLAS.pinToOneThread() }

  private func bits(
    _ mode: Tape<Float>.Mode, _ record: (Tape<Float>, Variable<Float>) -> Variable<Float>
  ) -> [[Float]] {
    let tape = Tape<Float>(mode)
    let x = tape.input([Self.rows, 3])
    let numbers = TestNumbers.tensor("x", [Self.rows, 3])
    for (index, number) in numbers.values.enumerated() { x.value[index] = number }
    let y = record(tape, x)
    tape.forward()
    let values = y.values
    guard mode == .training else { return [values] }
    tape.backward(from: y, seed: TestNumbers.tensor("seed", y.shape).values)
    let parameters = layers.flatMap { [$0.weight, $0.bias].compactMap(\.self) }
    return [values, x.gradientValues] + parameters.map(\.gradient.values)
  }

  @Test(arguments: [Tape<Float>.Mode.training, .inference])
  func layersTogetherGiveTheBitsOfOneAfterTheOther(mode: Tape<Float>.Mode) {
    let together = bits(mode) { tape, x in tape.dense(x, through: layers) }
    let apart = bits(mode) { tape, x in
      layers.reduce(x) {
        tape.dense($0, weight: $1.weight, bias: $1.bias, activation: $1.activation)
      }
    }
    #expect(together == apart)
  }

  @Test func layersTogetherAreComputedAgainInACheckpointedSegment() {
    let kept = bits(.training) { tape, x in tape.dense(x, through: layers) }
    let again = bits(.training) { tape, x in
      tape.checkpointed { tape.dense(x, through: layers) }
    }
    #expect(kept == again)
  }

  @Test func layersThatDoNotFollowEachOtherAreNamed() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      let weight = { (shape: [Int]) in Parameter<Float>(name: "w\(shape)", shape: shape) }
      _ = tape.dense(
        tape.input([5, 4]),
        through: [
          DenseLayer(weight: weight([3, 4]), bias: nil),
          DenseLayer(weight: weight([2, 6]), bias: nil),
        ])
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("dense: rows of [5, 3] do not fit weights of [2, 6]"))
  }
}
