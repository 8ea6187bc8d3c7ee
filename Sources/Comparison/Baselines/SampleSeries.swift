import Experiment
import Statistics

/// The values of one quantity of one cell by test sample, with the case that each sample is of.
struct SampleSeries {
  /// Every whole number below is a Double.
  private static let exactLimit = 1 << 53

  let quantity: Quantity
  /// Rising.
  private(set) var samples: [Int] = []
  /// In the order of `samples`; empty when every sample is its own case.
  private(set) var cases: [Int] = []
  /// In the order of `samples`.
  private(set) var values: [Double] = []

  init(quantity: Quantity) {
    self.quantity = quantity
  }

  /// From the curves of a cell; nil when it has none of the quantity. Cases count only when there is
  /// one for each sample.
  init?(_ cell: CellResult, _ quantity: Quantity) {
    let curves = cell.evaluation.curves
    guard let curve = curves.first(where: { $0.name == SampleSeries.name(of: quantity) }),
      !curve.values.isEmpty
    else { return nil }
    self.quantity = quantity
    samples = curve.positions.compactMap { Int(exactly: $0) }
    values = curve.values
    guard samples.count == values.count else { return nil }
    let places = curves.first { $0.name == SampleSeries.caseName(of: quantity) }
    if let places, places.values.count >= values.count {
      let found = places.values.prefix(values.count).compactMap { Int(exactly: $0) }
      if found.count == values.count { cases = found }
    }
  }

  /// Whether the value fits behind those that are there. Numbers that a curve, which holds Doubles, would
  /// round are refused.
  mutating func append(_ sample: Int, _ place: Int?, _ value: Double) -> Bool {
    guard sample > samples.last ?? -1, samples.isEmpty || cases.isEmpty == (place == nil),
      sample < Self.exactLimit, (place ?? 0).magnitude < Self.exactLimit
    else { return false }
    samples.append(sample)
    if let place { cases.append(place) }
    values.append(value)
    return true
  }

  /// The mean of each case, by case.
  var caseMeans: [Int: Double] {
    guard !cases.isEmpty else {
      return Dictionary(zip(samples, values)) { first, _ in first }
    }
    return Dictionary(grouping: values.indices) { cases[$0] }.mapValues { places in
      Observations(places.map { values[$0] }).mean
    }
  }

  static func name(of quantity: Quantity) -> String {
    "\(quantity.metric)/\(quantity.split)/\(quantity.evaluation)/samples"
  }

  static func caseName(of quantity: Quantity) -> String {
    "case/\(quantity.split)/\(quantity.evaluation)/samples"
  }

  /// The curves of all quantities of a cell; cases are shared by quantities of one evaluation.
  static func curves(of series: [SampleSeries]) -> [Curve] {
    var curves = series.map { entry in
      Curve(
        name: name(of: entry.quantity), axis: "sample", positions: entry.samples.map(Double.init),
        values: entry.values)
    }
    // The longest series of an evaluation tells the cases of the shorter ones as well.
    for entry in series.sorted(by: { $0.cases.count > $1.cases.count }) where !entry.cases.isEmpty {
      let name = caseName(of: entry.quantity)
      guard !curves.contains(where: { $0.name == name }) else { continue }
      curves.append(
        Curve(
          name: name, axis: "sample", positions: entry.samples.map(Double.init),
          values: entry.cases.map(Double.init)))
    }
    return curves
  }
}
