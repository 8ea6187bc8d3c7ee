import Autodiff
import Networks
import Tensors

/// Two 3 x 3 convolutions without bias, each with batch normalisation and tanh.
struct DoubleConvolution {
  private let convolutions: [Convolution<Float>]
  private let normalisations: [BatchNormalisation<Float>]

  init(_ name: String, inputs: Int, outputs: Int, in set: inout ParameterSet<Float>) {
    var (convolutions, normalisations) = ([Convolution<Float>](), [BatchNormalisation<Float>]())
    for index in 0..<2 {
      convolutions.append(
        Convolution(
          "\(name).\(index)", inputs: index == 0 ? inputs : outputs, outputs: outputs,
          kernel: [3, 3], ConvolutionGeometry(padding: [1, 1]), hasBias: false, in: &set))
      normalisations.append(
        BatchNormalisation(
          "\(name).\(index).norm", channels: outputs, activation: .tanh, in: &set))
    }
    self.convolutions = convolutions
    self.normalisations = normalisations
  }

  func callAsFunction(_ x: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    zip(convolutions, normalisations).reduce(x) { $1.1($1.0($0, on: tape), on: tape) }
  }
}
