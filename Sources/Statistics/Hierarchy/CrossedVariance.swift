/// The variance of the mean of a table over seeds × cases, both drawn at random: x = μ + a + b + e
/// with independent effects of the seed, the case and both.
///
/// From the mean squares MA of seeds, MB of cases and ME of the rest over n = S · C numbers
/// (Searle, Casella & McCulloch, *Variance components*, 1992, section 4.4):
/// var = (MA + MB − ME) / n, with degrees of freedom after Satterthwaite (1946). Where chance makes
/// ME the largest, the larger of MA and MB with its own degrees of freedom stands in.
struct CrossedVariance {
  /// The variance of the mean.
  let variance: Double
  /// Its degrees of freedom.
  let degreesOfFreedom: Double

  /// nil below two seeds: nothing is known of the spread between seeds. A single case is a table of
  /// seeds alone.
  init?(_ table: CrossedTable) {
    let (seeds, cases) = (Double(table.seeds), Double(table.cases))
    guard seeds > 1 else { return nil }
    let seedMeans = table.rows.map { Observations($0).mean }
    let seedPart = Observations(seedMeans).variance / seeds
    guard cases > 1 else {
      self.init(variance: seedPart, degreesOfFreedom: seeds - 1)
      return
    }
    let caseMeans = table.transposed.map { Observations($0).mean }
    let casePart = Observations(caseMeans).variance / cases
    let mean = Observations(seedMeans).mean
    let squares = zip(table.rows, seedMeans).reduce(0) { sum, row in
      sum
        + zip(row.0, caseMeans).reduce(0) {
          let rest = $1.0 - row.1 - $1.1 + mean
          return $0 + rest * rest
        }
    }
    let freedom = (seeds - 1) * (cases - 1)
    self.init(
      seeds: (seedPart, seeds - 1), cases: (casePart, cases - 1),
      rest: (squares / freedom / (seeds * cases), freedom))
  }

  private init(variance: Double, degreesOfFreedom: Double) {
    self.variance = variance
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Each part is a mean square over n with its degrees of freedom.
  private init(
    seeds: (part: Double, freedom: Double), cases: (part: Double, freedom: Double),
    rest: (part: Double, freedom: Double)
  ) {
    let sum = seeds.part + cases.part - rest.part
    let larger = seeds.part > cases.part ? seeds : cases
    guard sum > larger.part else {
      self.init(variance: larger.part, degreesOfFreedom: larger.freedom)
      return
    }
    let uncertainty = [seeds, cases, rest].reduce(0) { $0 + $1.part * $1.part / $1.freedom }
    self.init(
      variance: sum,
      degreesOfFreedom: max(sum * sum / uncertainty, min(seeds.freedom, cases.freedom)))
  }
}
