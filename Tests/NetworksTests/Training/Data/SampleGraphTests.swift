import Autodiff
import Networks
import Tensors
import Testing

/// What a graph does when samples come.
@Suite struct SampleGraphTests {
  private let samples = SampleSet(
    inputs: ["x": Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6])])

  @Test func readersAreAskedWhenTheSamplesAreInTheirPlaces() {
    let graph = SampleGraph(.inference, samples: 1)
    let x = graph.input("x", shape: [2])
    var read: [[Float]] = []
    graph.whenLoaded { read.append(x.values) }
    graph.load([2], of: samples)
    graph.load([0], of: samples)
    #expect(read == [[5, 6], [1, 2]])
    #expect(graph.trainingSteps == 0)
  }

  @Test func aGraphTakesTheSamplesOfAnother() {
    let (first, second) = (
      SampleGraph(.inference, samples: 2), SampleGraph(.inference, samples: 2)
    )
    let (x, copy) = (first.input("x", shape: [2]), second.input("x", shape: [2]))
    var reads = 0
    second.whenLoaded { reads += 1 }
    first.load([1, 2], of: samples)
    second.takeSamples(of: first)
    #expect(copy.values == x.values && reads == 1)
  }
}
