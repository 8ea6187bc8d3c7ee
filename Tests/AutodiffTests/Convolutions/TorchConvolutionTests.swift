import Autodiff
import Foundation
import Tensors
import TestSupport
import Testing

/// Convolutions, pooling, resampling and normalisations against numbers of torch's.
@Suite struct TorchConvolutionTests {
  struct Reference: Decodable {
    let torch: String
    let cases: [TorchConvolutionCase]
  }

  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  static let cases: [TorchConvolutionCase] = {
    let text = try? PackageFolder.text("Tests/References/torch/convolution.json")
    let reference = try? JSONDecoder().decode(Reference.self, from: Data((text ?? "").utf8))
    return reference?.cases ?? []
  }()

  @Test func thereAreCasesOfEveryOperation() {
    #expect(Self.cases.count == 45)
    let operations: Set<String> = [
      "convolution", "transposed", "maximum", "average", "nearest", "linear", "batch", "group",
      "instance", "layer",
    ]
    #expect(Set(Self.cases.map(\.operation)) == operations)
  }

  @Test(arguments: cases)
  func outputsAndGradientsAreThoseOfTorch(one: TorchConvolutionCase) throws {
    let tape = Tape<Double>(.training)
    let leaves = TorchConvolutionLeaves(one, on: tape)
    let output = try leaves.record()
    tape.forward()
    #expect(output.shape == one.output.shape)
    Self.expectEqual(output.values, one.output.values, "output")
    tape.backward(from: output, seed: one.seed.values)
    for (name, gradient) in one.gradients {
      Self.expectEqual(leaves.gradient(name), gradient.values, name)
    }
    if let (mean, variance) = leaves.runningValues, let running = one.running {
      Self.expectEqual(mean, running.meanAfter.values, "running mean")
      Self.expectEqual(variance, running.varianceAfter.values, "running variance")
    }
  }

  /// A few roundings of sums of some hundred terms of size 1.
  private static let tolerance = 1e-12

  private static func expectEqual(_ found: [Double], _ expected: [Double], _ name: String) {
    #expect(found.count == expected.count, "\(name)")
    let size = max(1, expected.map(abs).max() ?? 1)
    let error = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
    #expect(error <= tolerance * size, "\(name) is off by \(error)")
  }
}
