/// A correction of p-values for the number of tests; the results keep the order of the input.
public enum Correction: String, Sendable, CaseIterable {
  /// Step-down control of any false rejection (Holm 1979).
  case holm
  /// Step-up control of the false discovery rate (Benjamini & Hochberg 1995).
  case benjaminiHochberg = "benjamini-hochberg"

  /// The adjusted p-values: to be compared with the level itself.
  public func adjusted(_ pValues: [Double]) -> [Double] {
    let count = pValues.count
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    switch self {
    case .holm:
      var largest = 0.0
      for (place, index) in order.enumerated() {
        largest = max(largest, min(1, pValues[index] * Double(count - place)))
        adjusted[index] = largest
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (place, index) in order.enumerated().reversed() {
        smallest = min(smallest, pValues[index] * Double(count) / Double(place + 1))
        adjusted[index] = smallest
      }
    }
    return adjusted
  }
}
