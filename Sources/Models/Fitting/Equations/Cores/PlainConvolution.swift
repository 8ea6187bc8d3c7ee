import Autodiff
import Networks
import Solvers

/// f(w ⋆ x + b) with 3 x 3 taps, of images [samples, in, height, width] that keep their size, with Flux's
/// initial values: Glorot's uniform weights and no biases.
struct PlainConvolution {
  private static let kernel = [3, 3]
  private static let geometry = ConvolutionGeometry(padding: [1, 1])

  private let weight: Parameter<Float>
  private let bias: Parameter<Float>?
  private let activation: Activation

  init(
    _ name: String, inputs: Int, outputs: Int, hasBias: Bool = true,
    activation: Activation = .identity, in set: inout ParameterSet<Float>
  ) {
    let shape = [outputs, inputs] + Self.kernel
    weight = set.add("\(name).weight", shape: shape, .glorotUniform(Fans(shape: shape)))
    bias = hasBias ? set.add("\(name).bias", shape: [outputs], .zeros) : nil
    self.activation = activation
  }

  func callAsFunction<S: SolverScalar>(
    _ x: Variable<S>, on tape: Tape<S>, by cast: ParameterCast<S>
  ) -> Variable<S> {
    tape.convolution(
      x, weight: cast(weight), bias: bias.map { cast($0) }, Self.geometry, activation: activation)
  }
}
