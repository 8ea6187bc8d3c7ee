import Foundation

/// Means and variances of the two coordinates of the spiral SDE that others published.
public struct SpiralReference: Sendable, Codable {
  /// How many trajectories they are of.
  public let trajectories: Int
  /// t, from 0 to 1.
  public let times: [Double]
  /// The mean of each coordinate at each time.
  public let mean: [[Double]]
  /// The variance of each coordinate at each time.
  public let variance: [[Double]]

  /// The reference in a file such as `Suites/neural-de/data/spiral-sde/published.json`.
  /// - Throws: `DecodingError` when it is not one
  public init(from data: Data) throws {
    self = try JSONDecoder().decode(SpiralReference.self, from: data)
  }
}
