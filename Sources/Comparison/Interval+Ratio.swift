import Foundation
import Statistics

extension Interval {
  /// The ratio whose logarithm has this interval.
  init(ratioOf logarithm: ConfidenceInterval) {
    self.init(logarithm.mapped(byIncreasing: Self.ratio))
  }

  /// The ratio of this logarithm, held within the finite numbers, as no file can hold others.
  static func ratio(ofLogarithm logarithm: Double) -> Double {
    min(exp(logarithm), .greatestFiniteMagnitude)
  }
}
