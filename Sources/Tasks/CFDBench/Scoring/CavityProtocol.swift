import Experiment

/// How a cavity task splits, cuts and scores.
struct CavityProtocol: Sendable {
  let scoring: CavityScoring
  let rolloutSteps: Int
  let steadyThreshold: Double
  let fractions: SplitFractions

  /// The order of cases in which a split is shuffled: as enumerated (BC, PROP, GEO) when corrected;
  /// PROP, BC, GEO when published.
  func ordered(_ series: [CavitySeries]) -> [CavitySeries] {
    guard scoring == .published else { return series }
    return [CavitySweep.prop, .bc, .geo].flatMap { sweep in series.filter { $0.sweep == sweep } }
  }

  /// The split of `series`, which is in `ordered` order.
  func split(_ series: [CavitySeries]) throws -> CaseSplit {
    switch scoring {
    case .published:
      // D12: twins (one flow under several names) stand on both sides. D11: only seed 0.
      return CaseSplit.published(count: series.count, fractions: fractions)
    case .corrected:
      let keys = series.map(\.parameters.flowKey)
      guard let split = CaseSplit.grouped(keys, fractions: fractions) else {
        throw AssayError(
          .badInput, where: "task cfd-bench-cavity",
          found: "\(Set(keys).count) distinct flows in \(series.count) cases",
          expected: "3 or more, one each for training, validation and test",
          remedy: "raise caseLimit or add a sweep")
      }
      return split
    }
  }

  /// How many pairs (frame i, frame i + 1) of a case count before it is steady.
  func pairCount(of series: CavitySeries) -> Int {
    let pairs = series.frameCount - 1
    let steady = (0..<pairs).first { pair in
      let (change, speed) = Self.meanChange(series, from: pair)
      switch scoring {
      // D13: an absolute threshold on a velocity, and everything after the first hit is dropped.
      case .published: return change < steadyThreshold
      case .corrected: return change < steadyThreshold * speed
      }
    }
    guard let steady else { return pairs }
    // A case that never moves would otherwise have no sample at all.
    return scoring == .corrected ? max(1, steady) : steady
  }

  /// The frame against which the prediction of roll-out step `step` (from 1) is scored, or nil when it
  /// is not.
  func rolloutTarget(step: Int, of series: CavitySeries) -> Int? {
    switch scoring {
    case .corrected:
      return step < series.frameCount ? step : nil
    // D1: the first prediction, which is frame 1, is compared with frame 0, and so on; and short cases
    // are padded with copies of their last frame (test_multistep.py).
    case .published: return min(step - 1, series.frameCount - 1)
    }
  }

  /// Mean over cells of | |U|ᵢ₊₁ − |U|ᵢ | and of |U|ᵢ₊₁.
  private static func meanChange(
    _ series: CavitySeries, from pair: Int
  ) -> (change: Double, speed: Double) {
    let before = CavityField.speed(series.frame(pair))
    let after = CavityField.speed(series.frame(pair + 1))
    var change = 0.0
    var speed = 0.0
    for (old, new) in zip(before, after) {
      change += Double(abs(new - old))
      speed += Double(new)
    }
    return (change / Double(after.count), speed / Double(after.count))
  }
}
