/// SciPy's values, made by Tests/References/statistics/make_reference.py.
struct Reference: Decodable {
  struct Student: Decodable {
    /// Degrees of freedom, probability, quantile.
    let quantiles: [[Double]]
    /// Degrees of freedom, t, two-sided tail.
    let tails: [[Double]]
  }

  struct Normal: Decodable {
    let quantiles: [[Double]]
    let cumulative: [[Double]]
  }

  struct Description: Decodable {
    let values: [Double]
    let mean: Double
    let variance: Double
    let median: Double
    let interquartileMean: Double
    let quantiles: [[Double]]
    let interval: [Double]
    let ranks: [Double]
  }

  struct Ratio: Decodable {
    let ours: [Double]
    let theirs: [Double]
    let estimate: Double
    let interval: [Double]
  }

  struct BootstrapCase: Decodable {
    let values: [Double]
    let replicates: [Double]
    let percentile: [Double]
    let bca: [Double]
  }

  struct Paired: Decodable {
    let differences: [Double]
    let t: [Double]
    let signFlip: [Double]?
  }

  struct SignedRank: Decodable {
    let differences: [Double]
    let statistic: Double
    let p: Double
  }

  struct Corrections: Decodable {
    let p: [Double]
    let holm: [Double]
    let benjaminiHochberg: [Double]
  }

  let student: Student
  let normal: Normal
  let descriptions: [Description]
  let ratios: [Ratio]
  let bootstraps: [BootstrapCase]
  let paired: [Paired]
  let signedRanks: [SignedRank]
  let corrections: [Corrections]
  /// Gap in deviations, pairs for a power of 80 %.
  let pairsNeeded: [[Double]]

  static func load() throws -> Reference { try StoredValues.load("reference") }
}

/// Whether two numbers agree to `tolerance` relative to the reference.
func agrees(_ value: Double, with reference: Double, to tolerance: Double) -> Bool {
  abs(value - reference) <= tolerance * abs(reference)
}
