import Statistics

/// A change with the spread that it is judged by: its own, moderated by that of all rows.
struct ModeratedChange {
  let change: SeedChange
  /// On the additive scale, of one pair or one run.
  let variance: Double
  /// 0 when nothing is known of the spread.
  let degreesOfFreedom: Double

  /// The variance is left alone where the numbers do not depend on the seed, and where the change has
  /// no spread of its own: that of other rows never stands in for it.
  init(_ change: SeedChange, prior: SpreadPrior?) {
    self.change = change
    guard let prior, change.degreesOfFreedom > 0, !change.isSeedless, !change.isIdentical else {
      variance = change.variance
      degreesOfFreedom = change.ownDegrees
      return
    }
    let unit = change.unit * change.unit
    let moderated = prior.moderated(
      variance: change.variance / unit, degrees: change.ownDegrees)
    variance = moderated.variance * unit
    degreesOfFreedom = moderated.degrees
  }

  var interval: ConfidenceInterval? {
    change.interval(variance: variance, degrees: degreesOfFreedom)
  }

  /// nil also for bit-identical sides, which are no test: their answer is known.
  var pValue: Double? {
    change.isIdentical ? nil : change.pValue(variance: variance, degrees: degreesOfFreedom)
  }

  var shown: Interval { change.shown(interval) }

  /// The changes moderated together: those of one scale and pairing share a prior.
  static func moderated(_ changes: [SeedChange]) -> [ModeratedChange] {
    var priors: [[String]: SpreadPrior] = [:]
    let groups = Dictionary(grouping: changes, by: group)
    for (key, members) in groups {
      priors[key] = SpreadPrior(
        fitting: members.filter { $0.variance > 0 && !$0.isIdentical }.map {
          (variance: $0.variance / ($0.unit * $0.unit), degrees: $0.ownDegrees)
        })
    }
    return changes.map { ModeratedChange($0, prior: priors[group(of: $0)]) }
  }

  private static func group(of change: SeedChange) -> [String] {
    [change.scale.rawValue, change.pairing.rawValue]
  }
}
