import Experiment

extension FigureFixture {
  /// 20 (m + 1) evaluations at the own setting, half as many at a looser tolerance with twice the error,
  /// twice as many at a tighter one with half the error, and a quarter with two fixed steps.
  func solves(_ model: Int, level: Double) -> [Measurement] {
    let work = 20.0 * Double(model + 1)
    let settings: [(String, Double, Double)] = [
      ("", work, 0), ("@tolerance-0.1", work / 2, 2), ("@tolerance-0.001", 2 * work, 0.5),
      ("@fixed-2", work / 4, 4),
    ]
    return settings.flatMap { suffix, work, factor -> [Measurement] in
      let solve = Measurement(
        metric: "nfe", split: "test", evaluation: "solve\(suffix)", value: .value(work),
        sampleCount: 3)
      guard factor > 0 else { return [solve] }
      return [
        solve,
        Measurement(
          metric: "nmse", split: "test", evaluation: "rollout\(suffix)",
          value: .value(factor * level), sampleCount: 1),
      ]
    }
  }

  func solverCurves(_ model: Int) -> [Curve] {
    let places = [0, 0.25, 0.5]
    func curve(_ name: String, _ axis: String, _ values: [Double]) -> Curve {
      Curve(name: name, axis: axis, positions: places, values: values)
    }
    let courses = ["step-size", "error-estimate", "stiffness"].enumerated().flatMap {
      index, name in
      [("untrained", 1.0), ("trained", Double(model + 2))].map { state, factor in
        curve(
          "\(name)/test/\(state)", "time", [0.1, 0.2, 0.3 * factor].map { $0 / Double(index + 1) })
      }
    }
    let moments = [("truth", 0), ("prediction", 0.1 * Double(model + 1))].flatMap { side, slip in
      [
        curve("mean-0/test/moments/\(side)", "time", [2, 1, 0.5 + slip]),
        curve("standard-deviation-0/test/moments/\(side)", "time", [0, 0.2, 0.3]),
      ]
    }
    return courses + moments + [
      curve("training-nfe", "step", [20, 30, 40]),
      curve("training-backward-nfe", "step", [25, 35, 45]),
    ]
  }
}
