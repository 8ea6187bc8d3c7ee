import Autodiff
import Networks
import Solvers

/// f(W x + b) of a jet, with Flux's initial values: Glorot's uniform weights and no biases.
struct PlainLayer {
  let layer: Dense<Float>

  init(
    _ name: String, inputs: Int, outputs: Int, activation: Activation = .identity,
    in set: inout ParameterSet<Float>
  ) {
    layer = Dense(
      name, inputs: inputs, outputs: outputs, activation: activation,
      weights: .glorotUniform(Fans(inputs: inputs, outputs: outputs)), biases: .zeros, in: &set)
  }

  func callAsFunction<S: SolverScalar>(
    _ x: Jet<S>, on tape: Tape<S>, by cast: ParameterCast<S>
  ) -> Jet<S> {
    tape.dense(
      x, weight: cast(layer.weight), bias: cast(layer.bias), activation: layer.activation)
  }
}
