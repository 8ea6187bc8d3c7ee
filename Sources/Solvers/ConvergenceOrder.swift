import Foundation
import Tensors

/// The order p of a method whose error is C·hᵖ, from errors at several step sizes.
public struct ConvergenceOrder: Sendable, Equatable {
  /// The slope of the least-squares line through (log h, log error).
  public let slope: Double

  /// The order that `errors` show.
  ///
  /// - Parameters:
  ///   - stepSizes: h, above 0, at least two different ones
  ///   - errors: the error at each, above 0 and above the noise of rounding
  public init(stepSizes: [Double], errors: [Double]) {
    Requirement.check(
      stepSizes.count == errors.count && stepSizes.count > 1,
      "\(stepSizes.count) step sizes and \(errors.count) errors have no slope")
    let x = stepSizes.map { log($0) }
    let y = errors.map { log($0) }
    let meanX = x.reduce(0, +) / Double(x.count)
    let meanY = y.reduce(0, +) / Double(y.count)
    let covariance = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let variance = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    slope = covariance / variance
  }
}
