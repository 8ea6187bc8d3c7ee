import Autodiff
import Networks
import Randomness
import Tensors
import Testing

@Suite struct DropoutTests {
  private static let count = 100_000
  private static let probability = 0.3

  private func dropped(seed: UInt64, _ mode: Tape<Float>.Mode = .training) -> [Float] {
    let tape = Tape<Float>(mode)
    let x = tape.constant([Self.count], [Float](repeating: 1, count: Self.count))
    let y = tape.dropped(x, by: DropoutMask(probability: Self.probability, seed: seed))
    tape.forward()
    return y.values
  }

  @Test func theShareOfZerosIsTheProbabilityAndTheMeanStays() {
    let values = dropped(seed: 11)
    let zeros = Double(values.filter { $0 == 0 }.count) / Double(Self.count)
    // six standard deviations of a binomial share
    let error = (Self.probability * (1 - Self.probability) / Double(Self.count)).squareRoot()
    #expect(abs(zeros - Self.probability) < 6 * error)
    #expect(values.allSatisfy { $0 == 0 || $0 == 1 / 0.7 })
  }

  @Test func masksOfTwoSeedsAreIndependent() {
    let both = zip(dropped(seed: 1), dropped(seed: 2)).filter { $0 == 0 && $1 == 0 }.count
    let share = Double(both) / Double(Self.count)
    #expect(abs(share - 0.09) < 6 * (0.09 * 0.91 / Double(Self.count)).squareRoot())
    #expect(dropped(seed: 1) == dropped(seed: 1))
  }

  @Test func inferenceIsTheIdentity() {
    #expect(dropped(seed: 1, .inference).allSatisfy { $0 == 1 })
  }

  @Test func aCheckpointedSegmentDropsTheSameElementsAgain() {
    func gradients(isCheckpointed: Bool) -> [Float] {
      let tape = Tape<Float>(.training)
      let x = tape.input([50])
      for index in 0..<50 { x.value[index] = Float(index) / 50 }
      let mask = DropoutMask(probability: 0.5, seed: 4)
      let body = { tape.power(tape.dropped(x, by: mask), 3) }
      let y = isCheckpointed ? tape.checkpointed(body) : body()
      tape.forward()
      tape.backward(from: y)
      return x.gradientValues
    }
    #expect(gradients(isCheckpointed: true) == gradients(isCheckpointed: false))
  }
}
