import Autodiff
import Tensors
import Testing

@Suite struct DiagnosisTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private struct Graph {
    let tape: Tape<Float>
    let x: Variable<Float>
    let weight = Parameter<Float>(name: "blocks.0.dense.weight", shape: [3, 2])

    /// 1 / (W x) in a segment, then a sum.
    init(_ mode: Tape<Float>.Mode) {
      let (tape, weight) = (Tape<Float>(mode), self.weight)
      let x = tape.input([4, 2])
      weight.value.load([1, 1, 2, 1, 1, 2])
      for index in 0..<8 { x.value[index] = 1 + Float(index) }
      let inverse = tape.checkpointed {
        tape.mapped(tape.dense(x, weight: weight, bias: nil), by: .reciprocal)
      }
      _ = tape.sum(inverse, over: [0, 1])
      (self.tape, self.x) = (tape, x)
    }
  }

  @Test(arguments: [Tape<Float>.Mode.training, .inference])
  func theFirstOperationWithoutAFiniteResultIsNamed(mode: Tape<Float>.Mode) {
    let graph = Graph(mode)
    graph.tape.forward()
    #expect(graph.tape.firstNotFinite() == nil)
    (graph.x.value[2], graph.x.value[3]) = (1, -1)
    graph.tape.forward()
    let found = graph.tape.firstNotFinite()
    #expect(
      found?.description
        == "Mapping after blocks.0.dense made the first number that is not finite, element 3")
  }

  @Test func aLayerWithABadParameterOrInputIsNamed() {
    let graph = Graph(.training)
    graph.weight.value.start[4] = .nan
    #expect(
      graph.tape.firstNotFinite()?.description
        == "DenseProduct of blocks.0.dense read a parameter that is not finite, element 4")
    graph.weight.value.start[4] = 0
    graph.x.value[1] = .infinity
    #expect(
      graph.tape.firstNotFinite()?.description
        == "DenseProduct of blocks.0.dense read an input that is not finite, element 1")
  }

  @Test func labelsNameWhatHasNoParameters() {
    let tape = Tape<Float>(.training)
    let x = tape.input([2])
    _ = tape.labelled("trunk") {
      tape.labelled("inverse") { tape.mapped(x, by: .reciprocal) }
    }
    tape.forward()
    #expect(
      tape.firstNotFinite()?.description
        == "Mapping of trunk.inverse made the first number that is not finite, element 0")
  }
}
