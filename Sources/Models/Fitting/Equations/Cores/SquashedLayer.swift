import Autodiff
import Networks
import Solvers

/// (W x + b) ⊙ σ(a t + c) + d t, FFJORD's concatsquash (Grathwohl et al., ICLR 2019), with the tangents of
/// x: softplus follows but for the last layer.
struct SquashedLayer {
  private let linear: PlainLayer
  private let gate: PlainLayer
  private let drift: Parameter<Float>

  init(_ name: String, inputs: Int, outputs: Int, in set: inout ParameterSet<Float>) {
    linear = PlainLayer("\(name).linear", inputs: inputs, outputs: outputs, in: &set)
    gate = PlainLayer(
      "\(name).gate", inputs: 1, outputs: outputs, activation: .sigmoid, in: &set)
    drift = set.add(
      "\(name).drift.weight", shape: [outputs, 1],
      .glorotUniform(Fans(inputs: 1, outputs: outputs)))
  }

  /// - Returns: the layer of `x`, and its derivatives along each of `tangents`
  func callAsFunction<S: SolverScalar>(
    _ x: Jet<S>, _ tangents: [Jet<S>], at time: Jet<S>, isLast: Bool, on tape: Tape<S>,
    by cast: ParameterCast<S>
  ) -> (Jet<S>, [Jet<S>]) {
    let squash = gate(time, on: tape, by: cast)
    let moved = tape.sum(
      tape.product(linear(x, on: tape, by: cast), squash),
      tape.dense(time, weight: cast(drift), bias: nil))
    let turned = tangents.map {
      tape.product(tape.dense($0, weight: cast(linear.layer.weight), bias: nil), squash)
    }
    guard !isLast else { return (moved, turned) }
    // softplus' = σ
    let slope = tape.mapped(moved, by: .sigmoid)
    return (tape.mapped(moved, by: .softplus), turned.map { tape.product($0, slope) })
  }
}
