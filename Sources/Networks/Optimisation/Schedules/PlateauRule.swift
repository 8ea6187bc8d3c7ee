/// When and how far the learning rate falls once the validation loss stops falling (torch's
/// ReduceLROnPlateau with a relative threshold and no cool-down).
public struct PlateauRule: Codable, Sendable, Equatable {
  /// What the rate is multiplied with.
  public var factor: Double
  /// Observations without progress that are borne.
  public var patience: Int
  /// The share of the best loss by which a loss must be lower to count as progress.
  public var threshold: Double
  /// The lowest factor.
  public var lowest: Double

  /// A rule, with torch's defaults.
  public init(
    factor: Double = 0.1, patience: Int = 10, threshold: Double = 1e-4, lowest: Double = 0
  ) {
    self.factor = factor
    self.patience = patience
    self.threshold = threshold
    self.lowest = lowest
  }
}
