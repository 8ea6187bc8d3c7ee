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
  ///
  /// `most` caps the degrees of freedom, as limma does: a prior knows no more than its rows.
  init(_ change: SeedChange, prior: VariancePrior, most: Double) {
    self.change = change
    guard change.degreesOfFreedom > 0, !change.isSeedless, !change.isIdentical else {
      variance = change.variance
      degreesOfFreedom = change.ownDegrees
      return
    }
    let unit = change.unit * change.unit
    variance =
      prior.moderated(change.variance / unit, degreesOfFreedom: change.ownDegrees) * unit
    degreesOfFreedom = min(prior.degreesOfFreedom + change.ownDegrees, most)
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
    var groups: [[String]: Group] = [:]
    for (key, members) in Dictionary(grouping: changes, by: key) {
      groups[key] = Group(members.filter { $0.variance > 0 && !$0.isIdentical && !$0.isSeedless })
    }
    return changes.map { change in
      let group = groups[key(of: change)]
      return ModeratedChange(
        change, prior: group?.prior ?? .none, most: max(group?.degrees ?? 0, change.ownDegrees))
    }
  }

  /// Changes whose spreads are alike.
  private struct Group {
    let prior: VariancePrior
    /// Of all members together.
    let degrees: Double

    init(_ members: [SeedChange]) {
      prior = VariancePrior(
        variances: members.map { $0.variance / ($0.unit * $0.unit) },
        degreesOfFreedom: members.map(\.ownDegrees))
      degrees = members.reduce(0) { $0 + $1.ownDegrees }
    }
  }

  private static func key(of change: SeedChange) -> [String] {
    [change.scale.rawValue, change.pairing.rawValue]
  }
}
