import Autodiff
import Tensors

extension Dense {
  /// A layer with Flux's default initial values, Glorot's uniform weights and biases of 0: those of the
  /// neural equations of Pal et al.
  public static func flux(
    _ name: String, inputs: Int, outputs: Int, activation: Activation = .identity,
    in parameters: inout ParameterSet<S>
  ) -> Dense {
    Dense(
      name, inputs: inputs, outputs: outputs, activation: activation,
      weights: .glorotUniform(Fans(inputs: inputs, outputs: outputs)), biases: .zeros,
      in: &parameters)
  }
}
