import Autodiff
import Networks
import Tensors
import Testing

/// What a graph computes once for all samples.
@Suite struct SharedValuesTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let parameter = Parameter<Float>(name: "w", shape: [1])

  /// x times the square of the parameter.
  private func product(in graph: SampleGraph) -> Variable<Float> {
    let square = graph.shared { tape in tape.power(tape.parameter(parameter), 2) }
    return graph.tape.product(graph.input("x", shape: []), square)
  }

  @Test func inferenceComputesSharedValuesAgainOnlyWhenToldTo() {
    let graph = SampleGraph(.inference, samples: 1)
    let y = product(in: graph)
    graph.load([0], of: SampleSet(inputs: ["x": Tensor(shape: [1], values: [2])]))
    parameter.value.load([3])
    graph.forward()
    #expect(y.values == [18])
    parameter.value.load([5])
    graph.forward()
    #expect(y.values == [18])
    graph.forgetShared()
    graph.forward()
    #expect(y.values == [50])
  }

  @Test func trainingDifferentiatesThroughSharedValues() {
    let graph = SampleGraph(.training, samples: 1)
    let y = product(in: graph)
    graph.load([0], of: SampleSet(inputs: ["x": Tensor(shape: [1], values: [2])]))
    parameter.value.load([3])
    graph.forward()
    graph.tape.backward(from: y)
    #expect(y.values == [18])
    #expect(graph.tape.parameter(parameter).gradientValues == [12])
  }
}
