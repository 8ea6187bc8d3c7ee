import Experiment
import Networks
import Solvers

/// The steps of a solve along its time, as curves.
enum SolveCourse {
  /// Step size, error estimate and stiffness of every accepted step of `solve`, at the step's start.
  static func curves(of solve: any RecordedSolve, _ state: String) -> [Curve] {
    let steps = solve.trace.accepted
    let series: [(String, (StepRecord) -> Double)] = [
      ("step-size", \.size), ("error-estimate", \.errorEstimate),
      ("stiffness", \.eigenvalueEstimate),
    ]
    return series.map { name, value in
      Curve(
        name: "\(name)/test/\(state)", axis: "time", positions: steps.map(\.time),
        values: steps.map(value))
    }
  }
}
