import Autodiff
import Tensors
import Testing

@Suite struct TapeTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let weight = TestNumbers.parameter("weight", [4, 2, 3, 2, 3])
  private let matrix = TestNumbers.parameter("matrix", [3, 3])
  private let bias = TestNumbers.parameter("bias", [3])
  private let field = TestNumbers.tensor("field", [2, 3, 5, 6])

  private func record(_ tape: Tape<Float>) -> (Variable<Float>, NormalisedSquareError<Float>) {
    var h = tape.constant(field)
    for _ in 0..<3 {
      h = tape.pointwise(
        h, weight: matrix, bias: bias, addend: tape.spectral(h, weight: weight), activation: .gelu)
    }
    let loss = tape.normalisedSquareError(
      prediction: h, target: tape.constant(field), weighting: .batchNMSE)
    return (h, loss)
  }

  @Test func passesAfterTheFirstAllocateNoBuffers() {
    let tape = Tape<Float>(.training)
    let (_, loss) = record(tape)
    func pass() -> Int {
      tape.forward()
      tape.backward(from: loss.end)
      return tape.pool.allocatedCount
    }
    let first = pass()
    #expect(first > 0)
    #expect((0..<5).map { _ in pass() } == [first, first, first, first, first])
  }

  @Test func inferenceGivesTheBitsOfTrainingAndKeepsLess() {
    let (training, inference) = (Tape<Float>(.training), Tape<Float>(.inference))
    let (first, _) = record(training)
    let (second, _) = record(inference)
    training.forward()
    let expected = first.tensor
    inference.forward()
    #expect(inference.pool.allocatedCount < training.pool.allocatedCount)
    let tape = Tape<Float>(.inference)
    var h = tape.constant(field)
    for _ in 0..<3 {
      h = tape.pointwise(
        h, weight: matrix, bias: bias, addend: tape.spectral(h, weight: weight), activation: .gelu)
    }
    tape.forward()
    #expect(h.tensor == expected)
    #expect(second.shape == expected.shape)
  }

  @Test func repeatedPassesGiveTheSameBits() {
    let tape = Tape<Float>(.training)
    let (_, loss) = record(tape)
    tape.forward()
    tape.backward(from: loss.end)
    let (value, gradient) = (loss.value, weight.gradient.values)
    tape.forward()
    tape.backward(from: loss.end)
    #expect(loss.value == value && weight.gradient.values == gradient)
  }

  @Test func aParameterThatTheResultDoesNotReadGetsNoGradient() {
    let tape = Tape<Float>(.training)
    let other = TestNumbers.parameter("other", [3])
    other.gradient.fill(7)
    _ = tape.parameter(other)
    let y = tape.activated(tape.parameter(bias), by: .gelu)
    tape.forward()
    tape.backward(from: y)
    #expect(other.gradient.values == [0, 0, 0])
  }

  @Test func reluPassesTheGradientWhereItsOutputIsPositive() {
    let tape = Tape<Float>(.training)
    let x = tape.input([1, 4])
    for (index, element) in [Float(-1), 2, -3, 4].enumerated() { x.value[index] = element }
    let y = tape.activated(x, by: .relu)
    tape.forward()
    tape.backward(from: y, seed: [5, 6, 7, 8])
    #expect(y.tensor.values == [0, 2, 0, 4])
    #expect(x.gradientValues == [0, 6, 0, 8])
  }

  @Test func anInputThatTheResultDoesNotReadGetsNoGradient() {
    let tape = Tape<Double>(.training)
    let (x, y) = (tape.input([2]), tape.input([2]))
    let sum = tape.sum(x, x)
    tape.forward()
    tape.backward(from: sum)
    #expect(x.gradientValues == [2, 2] && y.gradientValues == [0, 0])
  }

  @Test func theTwoWeightingsAreTheirFormulas() {
    let errors = [1.0, 4.0, 9.0]
    let energies = [2.0, 8.0, 0.0]
    #expect(ErrorWeighting.batchNMSE.loss(errors: errors, energies: energies) == 14.0 / 10)
    #expect(ErrorWeighting.sampleNMSE.loss(errors: errors, energies: energies) == 0.5)
    #expect(ErrorWeighting.batchNMSE.loss(errors: [1], energies: [0]) == 0)
  }
}
