import Experiment
import Statistics

/// The verdict on one moderated change, in a word and in a sentence.
struct Judgement {
  let moderated: ModeratedChange
  /// The margin as the user gave it.
  let margin: Double
  /// After correction; nil when there is no test.
  let pValue: Double?
  /// How the p-value was corrected.
  let correction: Correction
  /// How many tests the correction is over.
  let tests: Int
  /// In a word.
  let verdict: Verdict

  init(
    _ moderated: ModeratedChange, margin: Double, direction: Direction, pValue: Double?,
    correction: Correction, tests: Int
  ) {
    self.moderated = moderated
    self.margin = margin
    self.pValue = pValue
    self.correction = correction
    self.tests = tests
    verdict = Judgement.verdict(
      moderated, edge: moderated.change.edge(margin: margin), direction: direction, pValue: pValue)
  }

  private var change: SeedChange { moderated.change }
  /// The margin on the additive scale.
  private var edge: Double { change.edge(margin: margin) }

  private static func verdict(
    _ moderated: ModeratedChange, edge: Double, direction: Direction, pValue: Double?
  ) -> Verdict {
    if moderated.change.isIdentical { return .equivalent }
    guard let interval = moderated.interval else { return .undecided }
    if interval.lower >= -edge && interval.upper <= edge { return .equivalent }
    guard let pValue, pValue < Judge.level else { return .undecided }
    guard interval.lower > edge || interval.upper < -edge else { return .undecided }
    return (interval.lower > edge) == (direction == .higher) ? .better : .worse
  }

  /// About how many more seeds an undecided change needs, from the spread seen so far: until the
  /// interval clears the nearer edge of the margin or fits inside it and, where only the corrected
  /// p-value stands in the way, until the interval at the corrected level excludes no change.
  func moreSeeds() -> Int? {
    guard verdict == .undecided, let interval = moderated.interval else { return nil }
    let isBeyond = liesBeyond(interval)
    let sides = change.pairing == .paired ? 1.0 : 2.0
    let needed = Power.pairs(
      deviation: (moderated.variance * sides).squareRoot(),
      gap: isBeyond ? abs(interval.estimate) : abs(abs(interval.estimate) - edge),
      level: isBeyond ? 1 - Judge.level / Double(max(tests, 1)) : 1 - Judge.level)
    return needed.map { max($0 - interval.count, 1) }
  }

  func sentence(moreSeeds: Int?) -> String {
    if change.isIdentical { return "bit-identical over \(seeds)." }
    switch verdict {
    case .better, .worse:
      return "\(shown) over \(seeds)\(significance): \(verdict.rawValue) by more than \(limit)."
    case .equivalent: return "\(shown) over \(seeds) lies within \(limit)."
    case .undecided, .missing: return "\(shown) \(undecidedReason(moreSeeds))."
    }
  }

  private func liesBeyond(_ interval: ConfidenceInterval) -> Bool {
    interval.lower > edge || interval.upper < -edge
  }

  private func undecidedReason(_ moreSeeds: Int?) -> String {
    guard let interval = moderated.interval else {
      return change.pairing == .paired
        ? "from a single pair of seeds says nothing of the spread, so no interval can be had: run "
          + "more seeds"
        : "from one run on each side says nothing of the spread, so no interval can be had: run "
          + "more seeds"
    }
    let hope =
      moreSeeds.map { "about \($0) more \($0 == 1 ? "seed" : "seeds") would decide it" }
      ?? "no reachable number of seeds would decide it at this margin"
    return liesBeyond(interval)
      ? "over \(seeds) lies beyond \(limit), but not by more than chance\(significance): \(hope)"
      : "over \(seeds) cannot be told from \(limit): \(hope)"
  }

  private var shown: String {
    "\(change.scale.rawValue) \(NumberText.interval(moderated.shown))"
  }

  private var seeds: String {
    switch change.pairing {
    case .paired: change.ours.count == 1 ? "1 pair of seeds" : "\(change.ours.count) pairs of seeds"
    case .unpaired: "\(change.ours.count) runs here and \(change.theirs.count) there, unpaired,"
    }
  }

  private var significance: String {
    pValue.map { " (p = \(NumberText.short($0, digits: 2)) after \(correction.title))" } ?? ""
  }

  private var limit: String {
    let percent = "\(NumberText.short(margin * 100)) %"
    return switch change.scale {
    case .ratio: "the margin of \(percent)"
    case .difference: "the margin of \(NumberText.short(edge)) (\(percent) of the mean size)"
    }
  }
}

extension Correction {
  /// As in "after Holm".
  var title: String {
    switch self {
    case .holm: "Holm"
    case .benjaminiHochberg: "Benjamini and Hochberg"
    }
  }
}
