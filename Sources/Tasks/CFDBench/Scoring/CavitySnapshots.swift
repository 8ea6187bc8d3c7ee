import Experiment

/// Pictures of the speed: truth beside prediction, always at the same time, whatever the scoring.
struct CavitySnapshots {
  /// How many test cases are shown.
  static let cases = 2

  let series: [CavitySeries]
  let size: Int

  /// The last pair of each of the first test cases.
  func oneStep(_ forecast: OneStepForecast) -> [FieldSnapshot] {
    var last: [(series: Int, place: Int)] = []
    for (place, pair) in forecast.pairs.enumerated() {
      if last.last?.series == pair.series { last.removeLast() }
      last.append((pair.series, place))
    }
    return last.prefix(Self.cases).map { entry in
      let frame = forecast.pairs[entry.place].frame + 1
      return snapshot(
        "\(series[entry.series].path), one step to frame \(frame)",
        series[entry.series].frame(frame),
        forecast.predictions[entry.place])
    }
  }

  /// The first, middle and last step of the first test cases, as far as they got.
  func rollout(_ rollout: CavityRollout, steps: Int) -> [FieldSnapshot] {
    let shown = Set([1, max(1, steps / 2), steps]).sorted()
    return rollout.cases.indices.prefix(Self.cases).flatMap { row in
      let truth = series[rollout.cases[row]]
      return shown.filter { $0 <= rollout.predictions[row].count && $0 < truth.frameCount }.map {
        snapshot(
          "\(truth.path), roll-out step \($0)", truth.frame($0), rollout.predictions[row][$0 - 1])
      }
    }
  }

  private func snapshot(
    _ title: String, _ expected: ArraySlice<Float>, _ predicted: ArraySlice<Float>
  ) -> FieldSnapshot {
    FieldSnapshot(
      title: title, quantity: "speed", unit: "m/s", height: size, width: size,
      expected: CavityField.speed(expected), predicted: CavityField.speed(predicted))
  }
}
