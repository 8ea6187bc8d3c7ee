/// Arithmetic on shapes that come from a file and may be nonsense.
enum ArrayExtent {
  /// Extents whose product is larger are a damaged header, not data.
  private static let limit = 1 << 40

  /// The number of elements of `shape`, or nil when an extent is negative or the product of those that
  /// are not zero reaches 2^40. An array without elements is bounded too, since others multiply parts
  /// of its shape.
  static func count(of shape: [Int]) -> Int? {
    var product = 1
    for extent in shape where extent != 0 {
      let (larger, overflow) = product.multipliedReportingOverflow(by: extent)
      guard extent > 0, !overflow, larger < limit else { return nil }
      product = larger
    }
    return shape.contains(0) ? 0 : product
  }
}
