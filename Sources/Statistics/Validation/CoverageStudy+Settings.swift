import Randomness

extension CoverageStudy {
  /// A reference of five settings whose quality is a line in the logarithm of the cost, and a method that
  /// has the reference's qualities for a cost that is less by 1; five seeds, which the method shares with
  /// the reference, and noise of each setting about a seventh of what lies between settings.
  static var settings: [CoverageStudy] {
    func points(_ cost: Double, _ quality: Double, _ seeds: [Double], _ random: inout RandomStream)
      -> [SettingCurve.Point]
    {
      seeds.map { seed in
        SettingCurve.Point(
          logCost: cost + 0.05 * random.normal(),
          quality: quality + seed + 0.15 * random.normal())
      }
    }
    func fronts(_ random: inout RandomStream) -> FrontComparison {
      let seeds = normals(5, &random)
      let reference = (-2...2).map { points(Double($0), Double($0), seeds, &random) }
      let method = (-2...2).map { points(Double($0) - 1, Double($0), seeds, &random) }
      return FrontComparison(method, against: reference, margin: 0.01)
    }
    func gain(_ random: inout RandomStream) -> ConfidenceInterval? {
      let seeds = normals(5, &random)
      let reference = (-2...2).map { points(Double($0), Double($0), seeds, &random) }
      let comparison = SettingComparison(
        settings: reference, method: points(-0.5, 0.5, seeds, &random))
      if case .interval(let interval) = comparison.qualityGain() { return interval }
      return nil
    }
    return [
      CoverageStudy(
        "equal-quality", "jackknife of the cost at equal quality, 5 seeds", truth: -1, count: 20_000
      ) { fronts(&$0).finding().interval },
      CoverageStudy(
        "equal-cost", "jackknife of the quality at equal cost, 5 seeds", truth: 1, count: 20_000
      ) { gain(&$0) },
    ]
  }
}
