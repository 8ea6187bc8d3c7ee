/// Arithmetic on shapes that come from a file and may be nonsense.
enum ArrayExtent {
  /// The number of elements of `shape`, or nil when it is negative or does not fit 32 bits of rows
  /// times memory (more than 2^40 elements are a damaged header, not data).
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflow, product < 1 << 40 else { return nil }
      count = product
    }
    return count
  }
}
