import Experiment

/// The test cases rolled out from frame 0 on the model's own output.
struct CavityRollout {
  /// A prediction whose squared error is so many times the square of the truth has blown up.
  static let blowUp = 1e6

  /// The case that each row is of.
  let cases: [Int]
  /// By case, then by step: the prediction, empty from the step on at which it blew up or its data end.
  private(set) var predictions: [[ArraySlice<Float>]]
  /// By case: the step at which it blew up, or 0.
  private(set) var blownUpAt: [Int]

  init(
    _ cases: [Int], by forecaster: CavityForecaster, following cavity: CavityProtocol
  ) throws {
    self.cases = cases
    predictions = cases.map { _ in [] }
    blownUpAt = cases.map { _ in 0 }
    let series = forecaster.pairs.series
    for step in 1...cavity.rolloutSteps {
      let active = cases.indices.filter {
        blownUpAt[$0] == 0 && cavity.rolloutTarget(step: step, of: series[cases[$0]]) != nil
      }
      let fields = active.map { predictions[$0].last ?? series[cases[$0]].frame(0) }
      let next = try forecaster.next(fields, of: active.map { cases[$0] })
      for (row, prediction) in zip(active, next) {
        let truth = min(step, series[cases[row]].frameCount - 1)
        if Self.hasBlownUp(prediction, truth: series[cases[row]].frame(truth)) {
          blownUpAt[row] = step
        } else {
          predictions[row].append(prediction)
        }
      }
    }
  }

  /// The samples of case `row`, one a step, as far as they are scored; persistence is frame 0.
  func outcomes(
    row: Int, _ series: [CavitySeries], following cavity: CavityProtocol,
    components: CavityField.Components
  ) -> [ScoredOutcome] {
    let truth = series[cases[row]]
    let targets = (1...cavity.rolloutSteps).compactMap { cavity.rolloutTarget(step: $0, of: truth) }
    return targets.enumerated().map { index, target in
      guard index < predictions[row].count else {
        return .missing("diverged at step \(blownUpAt[row])")
      }
      return .scored(
        CavityField.scored(
          predicted: predictions[row][index], expected: truth.frame(target),
          persistence: truth.frame(0), components: components))
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
