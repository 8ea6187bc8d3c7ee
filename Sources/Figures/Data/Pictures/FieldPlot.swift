/// For each model a row of three pictures: truth, prediction and their difference.
public struct FieldPlot: Sendable, Equatable {
  /// A model.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The truth, row-major, row 0 at the bottom.
    public var expected: [Float]
    /// The prediction, in the same order.
    public var predicted: [Float]

    /// A model.
    public init(name: String, expected: [Float], predicted: [Float]) {
      self.name = name
      self.expected = expected
      self.predicted = predicted
    }

    /// Prediction minus truth.
    public var error: [Float] { zip(predicted, expected).map { $0 - $1 } }
  }

  /// What the fields are, with the unit, as in `speed (m/s)`.
  public var quantity: String
  /// Rows of a field.
  public var height: Int
  /// Columns of a field.
  public var width: Int
  /// The models.
  public var rows: [Row]

  /// A plot.
  public init(quantity: String, height: Int, width: Int, rows: [Row]) {
    self.quantity = quantity
    self.height = height
    self.width = width
    self.rows = rows
  }

  /// The one scale of all truths and predictions: what the truths span, and predictions beyond it
  /// as far as the truths' own span, so that one that blew up does not turn all others to one hue.
  public var valueRange: ClosedRange<Double> {
    let truth = Self.range(rows.flatMap(\.expected)) ?? 0...0
    let all = Self.range(rows.flatMap { $0.expected + $0.predicted }) ?? truth
    let span = truth.upperBound - truth.lowerBound
    return max(
      all.lowerBound, truth.lowerBound - span)...min(
        all.upperBound, truth.upperBound + span)
  }

  /// The one scale of all errors: ± the largest, at most the span of the truths, and at most twice
  /// what 99 % of the errors of the model in the middle stay below, so that a bad model and single
  /// points do not make all others white.
  public var errorLimit: Double {
    let truth = Self.range(rows.flatMap(\.expected)) ?? 0...0
    let span = truth.upperBound - truth.lowerBound
    let sizes = rows.map { row in row.error.filter(\.isFinite).map { Double(abs($0)) }.sorted() }
    guard let last = sizes.compactMap(\.last).max() else { return 0 }
    let most = sizes.filter { !$0.isEmpty }.map { $0[($0.count - 1) * 99 / 100] }.sorted()
    let middle = 2 * most[(most.count - 1) / 2]
    let limit = middle > 0 ? min(last, middle) : last
    return span > 0 ? min(limit, span) : limit
  }

  private static func range(_ values: [Float]) -> ClosedRange<Double>? {
    var (low, high) = (Float.infinity, -Float.infinity)
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? Double(low)...Double(high) : nil
  }
}
