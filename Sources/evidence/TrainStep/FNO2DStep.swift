import Autodiff
import Networks
import Randomness
import Tensors

/// A Fourier neural operator of width 32, 12 x 12 modes and four layers on fields of 64 x 64.
struct FNO2DStep: StepNetwork {
  private static let width = 32
  private static let modes = 12
  private static let layers = 4
  private static let size = 64

  private(set) var parameters: ParameterSet<Float>
  private let random: RandomStream
  private let lift: PointwiseConvolution<Float>
  private let spectral: [SpectralConvolution<Float>]
  private let pointwise: [PointwiseConvolution<Float>]
  private let widen: PointwiseConvolution<Float>
  private let answer: PointwiseConvolution<Float>

  init(_ random: RandomStream) {
    self.random = random
    let width = Self.width
    let modes = [Self.modes, Self.modes]
    var set = ParameterSet<Float>(random: random.stream("init"))
    lift = PointwiseConvolution("lift", inputs: 3, outputs: width, in: &set)
    spectral = (0..<Self.layers).map {
      SpectralConvolution("\($0).spectral", inputs: width, outputs: width, modes: modes, in: &set)
    }
    pointwise = (0..<Self.layers).map {
      PointwiseConvolution(
        "\($0).pointwise", inputs: width, outputs: width, activation: .gelu, in: &set)
    }
    widen = PointwiseConvolution("widen", inputs: width, outputs: 128, activation: .gelu, in: &set)
    answer = PointwiseConvolution("answer", inputs: 128, outputs: 1, in: &set)
    parameters = set
  }

  func loss(on tape: Tape<Float>, shards: Int) -> Variable<Float> {
    let samples = Self.samples / shards
    let x = tape.normal([samples, 3, Self.size, Self.size], random.stream("x"))
    let y = tape.normal([samples, 1, Self.size, Self.size], random.stream("y"))
    var h = lift(x, on: tape)
    for (spectral, pointwise) in zip(spectral, pointwise) {
      h = pointwise(h, addend: spectral(h, on: tape), on: tape)
    }
    return tape.meanSquareError(answer(widen(h, on: tape), on: tape), target: y)
  }
}
