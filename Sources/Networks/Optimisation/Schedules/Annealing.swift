import CKernels

/// A number that goes geometrically from one value to another over a training.
public struct Annealing: Codable, Sendable, Equatable {
  /// The value at the first step, above 0 unless both are equal.
  public let first: Double
  /// The value that the steps lead to, reached one step after the last.
  public let last: Double

  /// From `first` to `last`; the same throughout when `last` is nil.
  public init(from first: Double, to last: Double? = nil) {
    self.first = first
    self.last = last ?? first
  }

  /// first · e^(-k n) with k = ln(first / last) / N (Pal et al., ICML 2021, where n are epochs; Pal,
  /// Edelman & Rackauckas, ICML 2023, where they are steps).
  ///
  /// - Parameters:
  ///   - step: n, from 0
  ///   - steps: N
  /// - Returns: the value
  public func value(at step: Int, of steps: Int) -> Double {
    guard first != last, steps > 0 else { return first }
    return first * assay_scalar_power(last / first, Double(step) / Double(steps))
  }
}
