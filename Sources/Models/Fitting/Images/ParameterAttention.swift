import Autodiff
import Networks

/// Channel attention guided by the flow parameters (Takamoto, Alesiani & Niepert 2023); the equations
/// are in `CAPE`.
struct ParameterAttention {
  private struct Gate {
    let hidden: Dense<Float>
    let last: Dense<Float>

    init(_ name: String, parameters: Int, width: Int, in set: inout ParameterSet<Float>) {
      hidden = Dense(
        "\(name).hidden", inputs: parameters, outputs: width / 2, activation: .gelu, in: &set)
      last = Dense("\(name).last", inputs: width / 2, outputs: width, in: &set)
    }

    /// x with each channel times a number that the flow parameters give.
    func callAsFunction(
      _ x: Variable<Float>, _ parameters: Variable<Float>, on tape: Tape<Float>
    ) -> Variable<Float> {
      let factor = last(hidden(parameters, on: tape), on: tape)
      return tape.modulated(x, by: factor, plus: tape.constant(factor.shape))
    }
  }

  private static let coarsening = 4
  /// The smallest height or width, which leaves two pixels of the coarse grid.
  static let leastSide = 2 * coarsening

  private let enter: Convolution<Float>
  private let point: PointwiseConvolution<Float>
  private let depth: Convolution<Float>
  private let spectral: SpectralConvolution<Float>
  private let skip: PointwiseConvolution<Float>
  private let gates: [Gate]
  private let leave: Convolution<Float>
  private let normalisation: LayerNormalisation<Float>

  /// Layers of `width` channels, called `cape.…`.
  init(flow: FlowRole, width: Int, modes: Int, in set: inout ParameterSet<Float>) {
    let half = width / 2
    func geometry(groups: Int = 1) -> ConvolutionGeometry {
      ConvolutionGeometry(padding: [2, 2], paddingMode: .replicate, groups: groups)
    }
    enter = Convolution(
      "cape.enter", inputs: 2, outputs: half, kernel: [5, 5], geometry(), activation: .gelu,
      in: &set)
    point = PointwiseConvolution("cape.point", inputs: half, outputs: 2 * half, in: &set)
    depth = Convolution(
      "cape.depth", inputs: half, outputs: 2 * half, kernel: [5, 5], geometry(groups: half),
      in: &set)
    let coarse = [flow.height, flow.width].map { $0 / Self.coarsening }
    let kept = [min(modes, coarse[0] / 2), min(modes, coarse[1] / 2 + 1)]
    spectral = SpectralConvolution(
      "cape.spectral", inputs: half, outputs: 2 * half, modes: kept, in: &set)
    skip = PointwiseConvolution("cape.skip", inputs: half, outputs: 2 * half, in: &set)
    gates = ["point", "depth", "spectral"].map {
      Gate("cape.\($0).gate", parameters: flow.parameters, width: 2 * half, in: &set)
    }
    leave = Convolution(
      "cape.leave", inputs: 2 * half, outputs: 2, kernel: [5, 5], geometry(), in: &set)
    normalisation = LayerNormalisation(
      "cape.normalisation", axes: [flow.height, flow.width], in: &set)
  }

  /// Records x̂ for `x` [samples, 2, height, width] and `parameters` [samples, count].
  func callAsFunction(
    _ x: Variable<Float>, _ parameters: Variable<Float>, on tape: Tape<Float>
  ) -> Variable<Float> {
    let h = enter(x, on: tape)
    let window = PoolingWindow([Self.coarsening, Self.coarsening])
    let coarse = spectral(tape.average(of: h, in: window), on: tape)
    let paths = [
      point(h, on: tape), depth(h, on: tape),
      tape.resampled(coarse, to: Array(x.shape.dropFirst(2)), .nearest),
    ]
    let gated = zip(gates, paths).map { $0($1, parameters, on: tape) }
    let sum = gated.reduce(skip(h, on: tape)) { tape.sum($0, $1) }
    let change = normalisation(leave(tape.activated(sum, by: .gelu), on: tape), on: tape)
    return tape.product(x, tape.scaled(change, by: 1, plus: 1))
  }
}
