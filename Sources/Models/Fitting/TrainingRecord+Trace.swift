import Experiment
import Networks

extension TrainingRecord {
  /// The record in the words of the harness.
  var trace: TrainingTrace {
    TrainingTrace(
      curves: [curve("training-loss", training), curve("validation-loss", validation)]
        + readingCurves, steps: steps, stopped: stopped)
  }

  /// What the solves of the steps took; none when there were none.
  private var readingCurves: [Curve] {
    SolveReading.Kind.allCases.compactMap { kind in
      let found = readings.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      return Curve(
        name: "training-\(SolveReading.account(of: kind))", axis: "step",
        positions: found.map { Double($0.step) },
        values: found.map(\.value))
    }
  }

  private func curve(_ name: String, _ points: [Point]) -> Curve {
    Curve(
      name: name, axis: "step", positions: points.map { Double($0.step) },
      values: points.map(\.loss))
  }
}
