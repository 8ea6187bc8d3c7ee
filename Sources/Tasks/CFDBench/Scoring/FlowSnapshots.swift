import Experiment

/// Pictures of the speed: truth beside prediction, always at the same time, whatever the scoring.
struct FlowSnapshots {
  let samples: FlowSamples
  let rollout: FlowRollout
  let shown: ShownCases

  init(_ rollout: FlowRollout, _ samples: FlowSamples) {
    self.samples = samples
    self.rollout = rollout
    shown = ShownCases(rollout, samples)
  }

  /// The last sample of each case that is shown.
  func single(_ forecast: SampleForecast) -> [FieldSnapshot] {
    shown.entries.compactMap { entry in
      let index = rollout.cases[entry.row]
      guard let place = forecast.samples.lastIndex(where: { $0.trajectory == index }) else {
        return nil
      }
      let frame = forecast.samples[place].asked
      let use = samples.rules.track == .autoregressive ? "one step to frame" : "frame"
      return snapshot(entry, "\(use) \(frame)", frame: frame, forecast.predictions[place])
    }
  }

  /// Steps of a roll-out of which pictures are kept.
  private static let pictures = 5

  /// Steps from the first to the last, evenly spread, of each case that is shown, as far as it got.
  func steps() -> [FieldSnapshot] {
    let last = samples.rules.rolloutSteps
    return shown.entries.flatMap { entry -> [FieldSnapshot] in
      let frames = samples.trajectories[rollout.cases[entry.row]].frameCount
      let spread = (0..<Self.pictures).map { 1 + $0 * (last - 1) / (Self.pictures - 1) }
      return Set(spread).sorted().compactMap { step -> FieldSnapshot? in
        let frame = samples.rules.rolloutFrame(step: step)
        guard step <= rollout.predictions[entry.row].count, frame < frames else { return nil }
        return snapshot(
          entry, "roll-out step \(step)", frame: frame,
          rollout.predictions[entry.row][step - 1], step: step)
      }
    }
  }

  private func snapshot(
    _ entry: ShownCases.Entry, _ what: String, frame: Int, _ predicted: ArraySlice<Float>,
    step: Int? = nil
  ) -> FieldSnapshot {
    let truth = samples.trajectories[rollout.cases[entry.row]]
    let size = samples.layout.size
    return FieldSnapshot(
      title: "\(truth.path) (\(entry.rank)), \(what)", quantity: "speed", unit: "m/s",
      height: size, width: size,
      expected: samples.layout.window(FlowField.speed(truth.frame(frame))),
      predicted: samples.layout.window(FlowField.speed(predicted)),
      course: step.map { _ in "\(truth.path), \(entry.rank)" }, step: step,
      // Four more fields a picture: kept where streamlines are drawn, at the end of a roll-out.
      vectors: step == samples.rules.rolloutSteps
        ? FieldSnapshot.Vectors(
          expected: components(truth.frame(frame)), predicted: components(predicted)) : nil)
  }

  /// u, then v, in the window that models are judged on.
  private func components(_ field: ArraySlice<Float>) -> [Float] {
    let cells = field.count / 2
    return samples.layout.window(Array(field.prefix(cells)))
      + samples.layout.window(Array(field.suffix(cells)))
  }
}
