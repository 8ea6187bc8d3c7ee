import Randomness

extension CoverageStudy {
  /// A reference of five settings whose quality is a line in the logarithm of the cost, and a method that
  /// has the reference's quality at cost 1 for a cost of −0.5; five seeds, which the method shares
  /// with the reference, and noise of each setting about a seventh of what lies between settings.
  static var settings: [CoverageStudy] {
    func runs(_ random: inout RandomStream) -> SettingComparison {
      let seeds = normals(5, &random)
      func points(_ cost: Double, _ quality: Double, _ random: inout RandomStream)
        -> [SettingCurve.Point]
      {
        seeds.map { seed in
          SettingCurve.Point(
            logCost: cost + 0.05 * random.normal(),
            quality: quality + seed + 0.15 * random.normal())
        }
      }
      return SettingComparison(
        settings: (-2...2).map { points(Double($0), Double($0), &random) },
        method: points(-0.5, 0.5, &random))
    }
    func interval(_ finding: SettingComparison.Finding) -> ConfidenceInterval? {
      if case .interval(let interval) = finding { interval } else { nil }
    }
    return [
      CoverageStudy(
        "equal-quality", "jackknife of the cost at equal quality, 5 seeds", truth: -1, count: 20_000
      ) { interval(runs(&$0).logCostRatio()) },
      CoverageStudy(
        "equal-cost", "jackknife of the quality at equal cost, 5 seeds", truth: 1, count: 20_000
      ) { interval(runs(&$0).qualityGain()) },
    ]
  }
}
