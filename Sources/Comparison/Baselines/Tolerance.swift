import Experiment

/// How far two runs of one method with other seeds lie apart by chance, learnt from the seeds of a
/// baseline.
public struct Tolerance: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The task's id.
  public var task: String
  /// The model's id.
  public var model: String
  /// The quantity.
  public var quantity: Quantity
  /// Whether spreads are of logarithms or of the numbers themselves.
  public var scale: ChangeScale
  /// The standard deviation over seeds on that scale; nil for a single seed.
  public var spread: Double?
  /// How many seeds.
  public var count: Int
  /// The spread that the suite's rows have in common (Smyth 2004); 0 where there are too few rows.
  public var priorSpread: Double
  /// What the common spread is worth, in degrees of freedom.
  public var priorDegrees: Double
  /// The change that two independent runs with as many seeds exceed with a probability of 1 %: a
  /// relative change for a ratio (0.1 for a tenth), else a difference. nil when nothing is known of
  /// the spread.
  public var tolerance: Double?

  /// A tolerance.
  public init(
    suite: String, task: String, model: String, quantity: Quantity, scale: ChangeScale,
    spread: Double?, count: Int, priorSpread: Double, priorDegrees: Double, tolerance: Double?
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.quantity = quantity
    self.scale = scale
    self.spread = spread
    self.count = count
    self.priorSpread = priorSpread
    self.priorDegrees = priorDegrees
    self.tolerance = tolerance
  }
}
