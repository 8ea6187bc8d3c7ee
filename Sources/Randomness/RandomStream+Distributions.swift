import CKernels

extension RandomStream {
  /// A standard normal number (Box & Muller 1958; the second of each pair is not kept, so that one
  /// call always takes two draws).
  public mutating func normal() -> Double {
    let radius = (-2 * assay_scalar_log(1 - uniform())).squareRoot()
    return radius * assay_scalar_cos(2 * .pi * uniform())
  }

  /// The numbers 0 ..< `count` in random order (Fisher & Yates).
  public mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }
}
