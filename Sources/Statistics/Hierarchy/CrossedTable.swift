/// One number for each seed and each test case: every seed is tested on the same cases.
public struct CrossedTable: Sendable, Equatable {
  /// `rows[s][c]`: the number of seed s on case c; all rows have the same cases.
  public let rows: [[Double]]

  /// A table; nil without a seed or a case, and when rows differ in length. All numbers are finite.
  public init?(_ rows: [[Double]]) {
    guard let cases = rows.first?.count, cases > 0, rows.allSatisfy({ $0.count == cases }) else {
      return nil
    }
    precondition(rows.allSatisfy { $0.allSatisfy(\.isFinite) }, "the numbers of a table are finite")
    self.rows = rows
  }

  /// The table of the means within the cases, for samples nested in cases (the frames of one flow):
  /// `samples[s][c]` are the samples of case c. nil when a case has none.
  ///
  /// What varies independently are the cases; samples of one case are alike, and resampling them
  /// again would count their spread twice (Davison & Hinkley 1997, section 3.8). Each case counts
  /// alike, however many samples it has.
  public init?(nested samples: [[[Double]]]) {
    guard samples.allSatisfy({ $0.allSatisfy { !$0.isEmpty } }) else { return nil }
    self.init(samples.map { $0.map { Observations($0).mean } })
  }

  /// The number of seeds.
  public var seeds: Int { rows.count }
  /// The number of test cases.
  public var cases: Int { rows[0].count }

  /// The mean over seeds and cases.
  public var mean: Double {
    Observations(rows.map { Observations($0).mean }).mean
  }

  var transposed: [[Double]] {
    (0..<cases).map { place in rows.map { $0[place] } }
  }

  /// The table of `operation` on each number and its partner in a table of the same shape.
  func combined(with other: CrossedTable, _ operation: (Double, Double) -> Double) -> CrossedTable {
    precondition(
      seeds == other.seeds && cases == other.cases,
      "\(seeds) × \(cases) numbers cannot pair \(other.seeds) × \(other.cases)")
    return CrossedTable(
      unchecked: zip(rows, other.rows).map { zip($0, $1).map { operation($0, $1) } })
  }

  private init(unchecked rows: [[Double]]) { self.rows = rows }
}
