import Autodiff
import Solvers

extension NetworkGradients {
  /// Solves of linear systems and of initial value problems.
  public static let equations: [GradientCase] =
    linearSystems + initialValues + penalties

  private static let linearSystems: [GradientCase] =
    DenseSystemKind.allCases.flatMap { kind in
      [1, 3].map { columns in
        GradientCase("linear-solve-\(kind.rawValue)-\(columns)") { tape, inputs in
          tape.linearSolve(
            diagonallyDominant(tape, inputs, 4), inputs.variable("b", [4, columns]), kind: kind)
        }
      }
    } + [
      // a solve to rounding, as differences see the error of a solution that is not exact
      GradientCase("linear-solve-iterative") { tape, inputs in
        let matrix = line([-1.2, 3, -0.8], 6)
        return tape.linearSolve(
          LinearOperator(matrix), adjoint: .adjoint(of: matrix), inputs.variable("b", [6]),
          by: GMRES(SolveLimits(tolerance: 1e-15)))
      },
      GradientCase("linear-solve-sparse") { tape, inputs in
        let matrix = line([-1.2, 3, -0.8], 6)
        let moved = tape.sum(
          tape.constant([matrix.values.count], matrix.values),
          inputs.variable("a", [matrix.values.count], in: -0.1...0.1))
        return tape.sparseSolve(
          moved, matrix, inputs.variable("b", [6]), by: GMRES(SolveLimits(tolerance: 1e-15)))
      },
    ]

  /// Random numbers plus 4 I.
  private static func diagonallyDominant(
    _ tape: Tape<Double>, _ inputs: GradientInputs, _ size: Int
  ) -> Variable<Double> {
    var diagonal = [Double](repeating: 0, count: size * size)
    for index in 0..<size { diagonal[index * (size + 1)] = 4 }
    return tape.sum(inputs.variable("a", [size, size]), tape.constant([size, size], diagonal))
  }

  /// A matrix with three diagonals.
  private static func line(_ entries: [Double], _ size: Int) -> CSRMatrix {
    var (starts, columns, values): ([Int], [Int], [Double]) = ([0], [], [])
    for row in 0..<size {
      for offset in -1...1 where (0..<size).contains(row + offset) {
        columns.append(row + offset)
        values.append(entries[offset + 1])
      }
      starts.append(columns.count)
    }
    return CSRMatrix(
      rows: size, columns: size, rowStarts: starts, columnIndices: columns, values: values)
  }

  private static let measure = ErrorMeasure(
    tolerances: Tolerances(absolute: 1e-3, relative: 1e-2))

  private static let initialValues: [GradientCase] =
    RungeKuttaTableau.catalogue.map { tableau in
      GradientCase("solution-\(tableau.name)") { tape, inputs in
        network(
          tape, inputs, tableau,
          SolveOptions(steps: .fixed(size: 0.3), saving: .interpolated(at: [0, 0.4, 0.9, 1]))
        ).states
      }
    }
    + [
      GradientCase("solution-adaptive-frozen") { tape, inputs in
        let steps = AdaptiveSteps(absolute: 1e-4, relative: 1e-3)
        return network(
          tape, inputs, .tsit5,
          SolveOptions(steps: .adaptive(steps), saving: .hit(at: [0.35, 0.7]))
        ).states
      },
      GradientCase("solution-checkpointed") { tape, inputs in
        network(
          tape, inputs, .dopri5,
          SolveOptions(steps: .fixed(size: 0.15, measure: measure), saving: .hit(at: [0.4, 1])),
          adjoint: .checkpointed()
        ).states
      },
      GradientCase("solution-penalties") { tape, inputs in
        let result = network(
          tape, inputs, .tsit5,
          SolveOptions(steps: .fixed(size: 0.5, measure: measure)),
          penalties: [
            StepRegulariser(.error, .sum, .stepSize), StepRegulariser(.stiffness, .mean, .none),
            StepRegulariser(.error, .mean, .none),
          ])
        return tape.concatenated(
          [tape.reshaped(result.states, to: [6])] + [result.penalties].compactMap(\.self), axis: 0)
      },
      // the parameters are read outside of the solve too, and the initial state comes from an operation
      GradientCase("solution-shared-parameters") { tape, inputs in
        let start = tape.dense(
          inputs.variable("x", [3, 4]), weight: inputs.parameter("w2", [2, 4]), bias: nil)
        return network(
          tape, inputs, .rk4, SolveOptions(steps: .fixed(size: 0.5)), from: start
        ).states
      },
    ]

  /// y' = W₂ tanh(W₁ [y, t] + b₁) + b₂ for three samples of two numbers.
  private static func network(
    _ tape: Tape<Double>, _ inputs: GradientInputs, _ tableau: RungeKuttaTableau,
    _ options: SolveOptions, penalties: [StepRegulariser] = [], from start: Variable<Double>? = nil,
    adjoint: AdjointMethod = .discrete
  ) -> InitialValueResult<Double> {
    tape.solution(
      from: start ?? inputs.variable("y", [3, 2]), over: 0...1, by: ExplicitRungeKutta(tableau),
      options, sequence: .frozen, regularisers: penalties, adjoint: adjoint
    ) { tape, time, state in
      let hidden = tape.dense(
        tape.concatenated([state, time], axis: 1), weight: inputs.parameter("w1", [4, 3]),
        bias: inputs.parameter("b1", [4]), activation: .tanh)
      return tape.dense(
        hidden, weight: inputs.parameter("w2", [2, 4]), bias: inputs.parameter("b2", [2]))
    }
  }
}
