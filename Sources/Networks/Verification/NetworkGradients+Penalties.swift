import Autodiff
import Solvers

extension NetworkGradients {
  /// Integrals beside the solution of an initial value problem.
  static let penalties: [GradientCase] =
    (1...3).flatMap { order in
      [AdjointMethod.discrete, .checkpointed()].map { adjoint in
        GradientCase("solution-taylor-\(order)\(adjoint == .discrete ? "" : "-checkpointed")") {
          tape, inputs in
          integrals(tape, inputs, count: 1, adjoint) { tape, time, state in
            tape.taylorRate(order: order, time: time, state: state, of: field(inputs))
          }
        }
      }
    } + [
      GradientCase("solution-kinetic") { tape, inputs in
        integrals(tape, inputs, count: 2, .discrete) { tape, time, state in
          let probe = tape.constant([3, 2], [1, -1, -1, 1, 1, 1])
          return tape.kineticRate(probe: probe, time: time, state: state, of: field(inputs))
        }
      }
    ]

  private static func integrals(
    _ tape: Tape<Double>, _ inputs: GradientInputs, count: Int, _ adjoint: AdjointMethod,
    rate: (Tape<Double>, Variable<Double>, Variable<Double>) -> PenalisedRate<Double>
  ) -> Variable<Double> {
    let result = tape.solution(
      from: inputs.variable("y", [3, 2]), over: 0...1, by: ExplicitRungeKutta(.tsit5),
      SolveOptions(steps: .fixed(size: 0.5), saving: .interpolated(at: [0.7, 1])),
      integrals: count, adjoint: adjoint, rate: rate)
    return tape.concatenated(
      [result.states, result.integrals].compactMap(\.self).map {
        tape.reshaped($0, to: [$0.count])
      }, axis: 0)
  }

  /// y' = W₂ tanh(W₁ [y, t] + b₁) + b₂ with jets.
  private static func field(_ inputs: GradientInputs) -> Tape<Double>.JetRate {
    { tape, time, state in
      let hidden = tape.dense(
        tape.concatenated([state, time], axis: 1), weight: inputs.parameter("w1", [4, 3]),
        bias: inputs.parameter("b1", [4]), activation: .tanh)
      return tape.dense(
        hidden, weight: inputs.parameter("w2", [2, 4]), bias: inputs.parameter("b2", [2]))
    }
  }
}
