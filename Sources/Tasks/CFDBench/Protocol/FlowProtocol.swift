import Experiment

/// How a task splits, cuts and scores.
struct FlowProtocol: Sendable {
  let problem: FlowProblem
  let scoring: FlowScoring
  let track: FlowTrack
  let rolloutSteps: Int
  let pairs: FramePairs
  let fractions: SplitFractions
  /// Seconds from one frame of the data to the next.
  let frameInterval: Double

  /// Frames from the one given to the one asked.
  var frameStride: Int {
    guard pairs.stride == 0 else { return pairs.stride }
    // D4: a quotient of conflicting constants makes it 100 for the published cylinder.
    return scoring == .published && track == .autoregressive
      ? problem.definition.loader.frameStride : 1
  }

  /// The order of cases in which a split is shuffled: as enumerated (BC, PROP, GEO) when corrected;
  /// PROP, BC, GEO when published.
  func ordered(_ series: [FlowSeries]) -> [FlowSeries] {
    guard scoring == .published else { return series }
    return [FlowSweep.prop, .bc, .geo].flatMap { sweep in series.filter { $0.sweep == sweep } }
  }

  /// The split of cases with `parameters`, which are in `ordered` order.
  func split(_ parameters: [FlowParameters]) throws -> CaseSplit {
    switch scoring {
    case .published:
      // D12: twins (one flow under several names) stand on both sides. D11: only seed 0, and two ways
      // of rounding.
      let isTruncated = problem.definition.loader.truncatedSplits.contains(track)
      return CaseSplit.published(
        count: parameters.count, fractions: fractions,
        rounding: isTruncated ? .truncated : .halfToEven)
    case .corrected:
      let keys = parameters.map(\.flowKey)
      guard let split = CaseSplit.grouped(keys, fractions: fractions) else {
        throw AssayError(
          .badInput, where: "task cfd-bench",
          found: "\(Set(keys).count) distinct flows in \(parameters.count) cases",
          expected: "3 or more, one each for training, validation and test",
          remedy: "raise caseLimit or add a sweep")
      }
      return split
    }
  }

  /// The frame that roll-out step `step` (from 1) predicts: what a model is told as the time.
  func rolloutFrame(step: Int) -> Int {
    // The authors ask direct models for frames 0, 1, …, which is the one family without D1.
    scoring == .published && track == .direct ? step - 1 : step * frameStride
  }

  /// The frame against which the prediction of roll-out step `step` (from 1) is scored in a case of
  /// `frames` frames, or nil when it is not.
  func rolloutTarget(step: Int, frames: Int) -> Int? {
    switch scoring {
    case .corrected:
      let frame = rolloutFrame(step: step)
      return frame < frames ? frame : nil
    // D1: the first prediction, which is a later frame, is compared with frame 0, and so on; D4: with
    // successive frames, whatever the stride; short cases are padded with copies of their last frame
    // (test_multistep.py).
    case .published: return min(step - 1, frames - 1)
    }
  }
}
