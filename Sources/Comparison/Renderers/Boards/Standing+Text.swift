extension Standing {
  /// `5`, or `3 of 5` when seeds are missing.
  var seedsText: String {
    let found = seeds.count { $0.number != nil }
    return found == seeds.count ? String(found) : "\(found) of \(seeds.count)"
  }
}
