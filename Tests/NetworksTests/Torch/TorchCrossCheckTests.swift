import Autodiff
import Tensors
import Testing

@Suite struct TorchCrossCheckTests {
  /// The largest error, as a share of the largest number of the output or of all gradients (some
  /// vanish, as by the bias of an attention's keys): no entry sums more than a hundred terms in any of
  /// the up to six linear maps on its way, each good to some 1e-16 of the largest, and functions add
  /// up to five units in the last place (1e-15), on either side.
  static let tolerance = 1e-13

  init() { BLAS.pinToOneThread() }

  @Test func everyCaseOfTorchIsReproducedWithItsGradients() throws {
    let reference = try TorchReference.read()
    #expect(reference.torch.hasPrefix("2.13") && !reference.numpy.isEmpty)
    #expect(reference.cases.count >= 30)
    for entry in reference.cases {
      let record = try #require(TorchCases.all[entry.name], "\(entry.name) is not recorded here")
      let inputs = TorchInputs(entry)
      let output = record(inputs, inputs.tape)
      inputs.tape.forward()
      expect(output.values, entry.output, of: entry.output, "the output of \(entry.name)")
      guard output.count == entry.weights.count else { continue }
      inputs.tape.backward(from: output, seed: entry.weights)
      let all = entry.gradients.values.flatMap(\.self)
      for (name, gradient) in entry.gradients {
        let ours = inputs.leaves[name]?.gradientValues ?? []
        expect(ours, gradient, of: all, "the gradient of \(entry.name) by \(name)")
      }
    }
    #expect(Set(TorchCases.all.keys) == Set(reference.cases.map(\.name)))
  }

  private func expect(_ ours: [Double], _ theirs: [Double], of all: [Double], _ what: String) {
    guard ours.count == theirs.count else {
      Issue.record("\(what): \(ours.count) numbers, expected \(theirs.count)")
      return
    }
    let size = all.map(abs).max() ?? 0
    let error = zip(ours, theirs).map { abs($0 - $1) }.max() ?? 0
    #expect(error <= Self.tolerance * size, "\(what): \(error / size) of its size")
  }
}
