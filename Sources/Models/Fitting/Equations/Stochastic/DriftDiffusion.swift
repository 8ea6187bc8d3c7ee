import Autodiff
import Networks

/// The layers of both published stochastic equations: a drift of two layers with tanh between, a diffusion of
/// one.
struct DriftDiffusion {
  private let lift: Dense<Float>
  private let lower: Dense<Float>
  private let layer: Dense<Float>

  /// For a state of `width` numbers, with `hidden` units in the drift.
  init(width: Int, hidden: Int, in set: inout ParameterSet<Float>) {
    lift =
      PlainLayer("drift.lift", inputs: width, outputs: hidden, activation: .tanh, in: &set).layer
    lower = PlainLayer("drift.lower", inputs: hidden, outputs: width, in: &set).layer
    layer = PlainLayer("diffusion", inputs: width, outputs: width, in: &set).layer
  }

  /// f, [rows, width].
  func drift(_ z: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    tape.dense(z, through: [lift.layer, lower.layer])
  }

  /// The diagonal of g, [rows, width].
  func diffusion(_ z: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
    layer(z, on: tape)
  }
}
