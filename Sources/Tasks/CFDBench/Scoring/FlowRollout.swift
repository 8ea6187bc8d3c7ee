import Experiment

/// The test cases rolled out from frame 0 on the model's own output; in the direct track, asked for one
/// frame after the other.
struct FlowRollout {
  /// A prediction whose squared error is so many times the square of the truth has blown up.
  static let blowUp = 1e6

  /// The case that each row is of.
  let cases: [Int]
  /// By case, then by step: the prediction, empty from the step on at which it blew up or its data end.
  private(set) var predictions: [[ArraySlice<Float>]]
  /// By case: the step at which it blew up, or 0.
  private(set) var blownUpAt: [Int]
  /// The model's own wall-clock time for a frame, the preparation of its inputs included.
  private(set) var millisecondsPerFrame = 0.0

  init(_ cases: [Int], by forecaster: FlowForecaster) throws {
    self.cases = cases
    predictions = cases.map { _ in [] }
    blownUpAt = cases.map { _ in 0 }
    let rules = forecaster.samples.rules
    let trajectories = forecaster.samples.trajectories
    var (spent, frames) = (0.0, 0)
    for step in 1...rules.rolloutSteps {
      let active = cases.indices.filter {
        blownUpAt[$0] == 0
          && rules.rolloutTarget(step: step, frames: trajectories[cases[$0]].frameCount) != nil
      }
      let asked = active.map {
        FlowSample(trajectory: cases[$0], given: 0, asked: rules.rolloutFrame(step: step))
      }
      let fields = active.map { predictions[$0].last ?? trajectories[cases[$0]].frame(0) }
      let start = ContinuousClock.now
      let answers = try forecaster.answers(asked, from: fields)
      spent += (ContinuousClock.now - start) / .milliseconds(1)
      frames += asked.count
      for (row, answer) in zip(active, answers) {
        record(answer, row: row, step: step, of: trajectories[cases[row]], following: rules)
      }
    }
    if frames > 0 { millisecondsPerFrame = spent / Double(frames) }
  }

  /// ‖p − y‖ / ‖y‖ over the fluid and all steps of case `row`, of `truth`.
  func relativeError(row: Int, _ truth: FlowTrajectory, following rules: FlowProtocol) -> Double {
    var (error, reference) = (0.0, 0.0)
    for (index, prediction) in predictions[row].enumerated() {
      let frame = rules.rolloutFrame(step: index + 1)
      guard frame < truth.frameCount else { break }
      for (place, (p, y)) in zip(prediction, truth.frame(frame)).enumerated() {
        let weight = Double(truth.boundary.mask[place % truth.boundary.mask.count])
        error += weight * Double(p - y) * Double(p - y)
        reference += weight * Double(y) * Double(y)
      }
    }
    return reference > 0 ? (error / reference).squareRoot() : 0
  }

  private mutating func record(
    _ answer: ArraySlice<Float>, row: Int, step: Int, of trajectory: FlowTrajectory,
    following rules: FlowProtocol
  ) {
    let frame = min(rules.rolloutFrame(step: step), trajectory.frameCount - 1)
    if Self.hasBlownUp(answer, truth: trajectory.frame(frame)) {
      blownUpAt[row] = step
    } else if rules.scoring == .corrected, !trajectory.boundary.isAllFluid {
      // D8 mended: what is known at the inlet, at walls and in solids is put back.
      var field = Array(answer)
      trajectory.boundary.impose(on: &field)
      predictions[row].append(field[...])
    } else {
      predictions[row].append(answer)
    }
  }

  /// The samples of case `row`, one a step, as far as they are scored; persistence is frame 0. Each is
  /// scored against a frame that is `late` frames earlier than the protocol's own.
  func outcomes(
    row: Int, _ trajectories: [FlowTrajectory], by scorer: FieldScorer, late: Int = 0
  ) -> [ScoredOutcome] {
    let truth = trajectories[cases[row]]
    let targets = (1...scorer.rules.rolloutSteps).compactMap {
      scorer.rules.rolloutTarget(step: $0, frames: truth.frameCount)
    }
    return targets.enumerated().map { index, target in
      guard index < predictions[row].count else {
        return .missing("diverged at step \(blownUpAt[row])")
      }
      return .scored(
        scorer.field(
          predicted: predictions[row][index], frame: target - late, persistence: 0, of: truth))
    }
  }

  private static func hasBlownUp(
    _ prediction: ArraySlice<Float>, truth: ArraySlice<Float>
  ) -> Bool {
    var error = 0.0
    var reference = 0.0
    for (p, y) in zip(prediction, truth) {
      error += Double(p - y) * Double(p - y)
      reference += Double(y) * Double(y)
    }
    return !error.isFinite || (reference > 0 && error > blowUp * reference)
  }
}
