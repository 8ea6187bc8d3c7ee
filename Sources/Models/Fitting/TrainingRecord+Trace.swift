import Experiment
import Networks

extension TrainingRecord {
  /// The record in the words of the harness.
  var trace: TrainingTrace {
    TrainingTrace(
      curves: [curve("training-loss", training), curve("validation-loss", validation)],
      steps: steps, stopped: stopped)
  }

  private func curve(_ name: String, _ points: [Point]) -> Curve {
    Curve(
      name: name, axis: "step", positions: points.map { Double($0.step) },
      values: points.map(\.loss))
  }
}
