import Autodiff
import Tensors
import Testing

@Suite struct InPlaceSafetyTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: GradientCatalogue.all)
  func noPassChangesWhatItReadsOrHasGiven(check: GradientCase) {
    #expect(check.changesByPasses() == [])
  }

  @Test func aSecondBackwardPassNeedsAnotherForwardPass() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Float>(.training)
      let y = tape.scaled(tape.input([2]), by: 2)
      tape.forward()
      tape.backward(from: y)
      tape.backward(from: y)
    }
  }

  @Test func aValueThatAnotherOperationTookOverCannotBeRead() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape<Float>(.training)
      let matrix = Parameter<Float>(name: "matrix", shape: [3, 3])
      let bias = Parameter<Float>(name: "bias", shape: [3])
      let x = tape.input([2, 3, 4])
      let path = tape.scaled(x, by: 2)
      let y = tape.pointwise(x, weight: matrix, bias: bias, addend: path)
      _ = tape.sum(y, path)
    }
  }
}
