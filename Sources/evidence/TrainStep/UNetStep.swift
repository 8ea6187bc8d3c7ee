import Autodiff
import Networks
import Randomness
import Tensors

/// A U-Net of four levels from 12 channels on, on fields of 64 x 64.
struct UNetStep: StepNetwork {
  private static let channels = 12
  private static let levels = 4
  private static let size = 64

  private(set) var parameters: ParameterSet<Float>
  private let random: RandomStream
  private let down: [DoubleConvolution]
  private let middle: DoubleConvolution
  private let up: [TransposedConvolution<Float>]
  private let merge: [DoubleConvolution]
  private let answer: PointwiseConvolution<Float>

  init(_ random: RandomStream) {
    self.random = random
    let c = (0...Self.levels).map { Self.channels << $0 }
    var set = ParameterSet<Float>(random: random.stream("init"))
    down = (0..<Self.levels).map {
      DoubleConvolution("down.\($0)", inputs: $0 == 0 ? 3 : c[$0 - 1], outputs: c[$0], in: &set)
    }
    middle = DoubleConvolution(
      "middle", inputs: c[Self.levels - 1], outputs: c[Self.levels], in: &set)
    up = (0..<Self.levels).map {
      TransposedConvolution(
        "up.\($0)", inputs: c[$0 + 1], outputs: c[$0], kernel: [2, 2],
        ConvolutionGeometry(stride: [2, 2]), in: &set)
    }
    merge = (0..<Self.levels).map {
      DoubleConvolution("merge.\($0)", inputs: 2 * c[$0], outputs: c[$0], in: &set)
    }
    answer = PointwiseConvolution("answer", inputs: c[0], outputs: 1, in: &set)
    precondition(set.count == 1_093_381, "the U-Net has \(set.count) parameters")
    parameters = set
  }

  func loss(on tape: Tape<Float>, samples: Int) -> Variable<Float> {
    let x = tape.normal([samples, 3, Self.size, Self.size], random.stream("x"))
    let y = tape.normal([samples, 1, Self.size, Self.size], random.stream("y"))
    var h = x
    var skips: [Variable<Float>] = []
    for block in down {
      let skip = block(h, on: tape)
      skips.append(skip)
      h = tape.maximum(of: skip, in: PoolingWindow([2, 2]))
    }
    h = middle(h, on: tape)
    for level in (0..<Self.levels).reversed() {
      h = merge[level](tape.joined([up[level](h, on: tape), skips[level]]), on: tape)
    }
    return tape.meanSquareError(answer(h, on: tape), target: y)
  }
}
