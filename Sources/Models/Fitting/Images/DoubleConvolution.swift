import Autodiff
import Networks

/// Two 3x3 convolutions that see the nearest pixel beyond the border, each followed by a normalisation
/// and ReLU.
struct DoubleConvolution {
  private struct Stage {
    let convolution: Convolution<Float>
    let normalisation: ChannelNormalisation
  }

  private let stages: [Stage]

  /// Layers called `name`.0 and `name`.1.
  init(
    _ name: String, inputs: Int, outputs: Int, _ normalisation: PlaneNormalisationKind,
    in set: inout ParameterSet<Float>
  ) {
    let geometry = ConvolutionGeometry(padding: [1, 1], paddingMode: .replicate)
    stages = (0..<2).map { index in
      Stage(
        convolution: Convolution(
          "\(name).\(index).convolution", inputs: index == 0 ? inputs : outputs,
          outputs: outputs, kernel: [3, 3], geometry, in: &set),
        normalisation: ChannelNormalisation(
          normalisation, "\(name).\(index).normalisation", channels: outputs, in: &set))
    }
  }

  /// Records the layers: [samples, inputs, height, width] to [samples, outputs, height, width].
  func callAsFunction(_ x: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    stages.reduce(x) { h, stage in
      stage.normalisation(stage.convolution(h, on: tape), on: tape)
    }
  }
}
