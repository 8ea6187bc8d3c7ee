extension Standing {
  /// `5`, or `3 of 5` when seeds are missing.
  var seedsText: String {
    let found = seeds.count { $0.number != nil }
    return found == seeds.count ? String(found) : "\(found) of \(seeds.count)"
  }

  /// `2`, or `2 (1–3)` with the ranks that the data allow; `-` without a value.
  var rankText: String {
    guard rank > 0 else { return "-" }
    guard let range = rankInterval else { return String(rank) }
    return range.best == range.worst
      ? "\(rank) (\(range.best))" : "\(rank) (\(range.best)\u{2013}\(range.worst))"
  }
}
