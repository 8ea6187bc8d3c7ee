import Autodiff
import Tensors
import Testing

@Suite struct RematerialisationTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let blocks = 6
  private let weight = TestNumbers.parameter("weight", [4, 2, 3, 2, 3])
  private let matrix = TestNumbers.parameter("matrix", [3, 3])
  private let bias = TestNumbers.parameter("bias", [3])
  private let field = TestNumbers.tensor("field", [2, 3, 16, 16])

  private enum Form: CaseIterable {
    case kept
    case checkpointed
  }

  /// Blocks of several operations each, with a result that takes over a buffer among them.
  private func record(_ tape: Tape<Float>, _ form: Form, _ activation: Activation)
    -> Variable<Float>
  {
    var h = tape.constant(field)
    for _ in 0..<blocks {
      let block = {
        let spectral = tape.spectral(h, weight: weight)
        let y = tape.pointwise(
          h, weight: matrix, bias: bias, addend: spectral, activation: activation)
        return tape.sum(tape.activated(tape.scaled(y, by: 0.5), by: .gelu), h)
      }
      h = form == .kept ? block() : tape.checkpointed(block)
    }
    return tape.meanSquareError(h, target: tape.constant(field))
  }

  private func pass(_ form: Form, _ activation: Activation) -> (values: [[Float]], peak: Int) {
    let tape = Tape<Float>(.training)
    let loss = record(tape, form, activation)
    tape.forward()
    let value = loss.values
    tape.backward(from: loss)
    let gradients = [weight, matrix, bias].map { $0.gradient.values }
    return ([value] + gradients, tape.pool.peakCount)
  }

  @Test(arguments: [Activation.gelu, .tanh])
  func recomputedSegmentsGiveTheSameBitsInLessMemory(activation: Activation) {
    let kept = pass(.kept, activation)
    let checkpointed = pass(.checkpointed, activation)
    #expect(checkpointed.values == kept.values)
    // six results and the inner values of one block instead of those of six
    #expect(2 * checkpointed.peak < kept.peak)
  }

  @Test func laterPassesAllocateNothingAndGiveTheSameBits() {
    let tape = Tape<Float>(.training)
    let loss = record(tape, .checkpointed, .gelu)
    func pass() -> ([Float], Int) {
      tape.forward()
      tape.backward(from: loss)
      return (weight.gradient.values, tape.pool.allocatedCount)
    }
    let first = pass()
    for _ in 0..<3 { #expect(pass() == first) }
  }

  @Test func inferenceIsNotChanged() {
    let (plain, segmented) = (Tape<Float>(.inference), Tape<Float>(.inference))
    let first = record(plain, .kept, .gelu)
    let second = record(segmented, .checkpointed, .gelu)
    plain.forward()
    segmented.forward()
    #expect(first.values == second.values)
    #expect(plain.pool.peakCount == segmented.pool.peakCount)
  }

  @Test func aValueInsideASegmentCannotBeReadOutside() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Float>(.training)
      let x = tape.input([2])
      var inner: Variable<Float>?
      let y = tape.checkpointed {
        let middle = tape.scaled(x, by: 2)
        inner = middle
        return tape.scaled(middle, by: 2)
      }
      _ = inner.map { tape.sum(y, $0) }
    }
  }
}
