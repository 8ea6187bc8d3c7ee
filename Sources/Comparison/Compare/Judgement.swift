import Experiment
import Statistics

/// The verdict on one paired change, in a word and in a sentence.
struct Judgement {
  let change: PairedChange
  /// The margin on the additive scale.
  let edge: Double
  /// The margin as the user gave it.
  let margin: Double
  let direction: Direction
  /// After correction; nil below two pairs.
  let pValue: Double?
  /// How many tests the correction is over.
  let tests: Int

  var verdict: Verdict {
    if change.isIdentical { return .equivalent }
    guard let interval = change.interval else { return .undecided }
    if interval.lower >= -edge && interval.upper <= edge { return .equivalent }
    guard liesBeyond(interval), let pValue, pValue < Judge.level else { return .undecided }
    let isLarger = interval.lower > edge
    return isLarger == (direction == .higher) ? .better : .worse
  }

  /// About how many more seeds an undecided change needs, from the spread seen so far: until the
  /// interval clears the nearer edge of the margin or fits inside it and, where only the corrected
  /// p-value stands in the way, until the interval at the corrected level excludes no change.
  var moreSeeds: Int? {
    guard verdict == .undecided, let interval = change.interval else { return nil }
    let deviation = Observations(change.changes).standardDeviation
    let isBeyond = liesBeyond(interval)
    let needed = Power.pairs(
      deviation: deviation,
      gap: isBeyond ? abs(interval.estimate) : abs(abs(interval.estimate) - edge),
      level: isBeyond ? 1 - Judge.level / Double(max(tests, 1)) : 1 - Judge.level)
    return needed.map { max($0 - change.changes.count, 1) }
  }

  var sentence: String {
    if change.isIdentical { return "bit-identical over \(seeds)." }
    switch verdict {
    case .better, .worse:
      return "\(shown) over \(seeds)\(significance): \(verdict.rawValue) by more than \(limit)."
    case .equivalent: return "\(shown) over \(seeds) lies within \(limit)."
    case .undecided, .missing: return "\(shown) \(undecidedReason)."
    }
  }

  private func liesBeyond(_ interval: ConfidenceInterval) -> Bool {
    interval.lower > edge || interval.upper < -edge
  }

  private var undecidedReason: String {
    guard let interval = change.interval else {
      return "from a single pair of seeds says nothing of the spread: run more seeds"
    }
    let hope =
      moreSeeds.map { "about \($0) more \($0 == 1 ? "seed" : "seeds") would decide it" }
      ?? "no reachable number of seeds would decide it at this margin"
    return liesBeyond(interval)
      ? "over \(seeds) lies beyond \(limit), but not by more than chance\(significance): \(hope)"
      : "over \(seeds) cannot be told from \(limit): \(hope)"
  }

  private var shown: String {
    change.shown.map { "\(change.scale.rawValue) \(NumberText.interval($0))" } ?? ""
  }

  private var seeds: String {
    change.changes.count == 1 ? "1 pair of seeds" : "\(change.changes.count) pairs of seeds"
  }

  private var significance: String {
    pValue.map { " (p = \(NumberText.short($0, digits: 2)) after Holm)" } ?? ""
  }

  private var limit: String {
    let percent = "\(NumberText.short(margin * 100)) %"
    return switch change.scale {
    case .ratio: "the margin of \(percent)"
    case .difference: "the margin of \(NumberText.short(edge)) (\(percent) of the mean size)"
    }
  }
}
