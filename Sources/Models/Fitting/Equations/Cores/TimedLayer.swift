import Autodiff
import Networks
import Solvers

/// f(W [x, t] + b) of a jet, with Flux's initial values: Glorot's uniform weights and no biases.
struct TimedLayer {
  let weight: Parameter<Float>
  let bias: Parameter<Float>
  let activation: Activation

  init(
    _ name: String, inputs: Int, outputs: Int, activation: Activation = .identity,
    in set: inout ParameterSet<Float>
  ) {
    let shape = [outputs, inputs + 1]
    weight = set.add("\(name).weight", shape: shape, .glorotUniform(Fans(shape: shape)))
    bias = set.add("\(name).bias", shape: [outputs], .zeros)
    self.activation = activation
  }

  func callAsFunction<S: SolverScalar>(
    _ x: Jet<S>, at time: Jet<S>, on tape: Tape<S>, by cast: ParameterCast<S>
  ) -> Jet<S> {
    tape.dense(
      x, beside: time, weight: cast(weight), bias: cast(bias), activation: activation)
  }
}
