import Experiment

/// A part of the two sides that was left out of a comparison, and why.
public struct IncomparablePart: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The task's id; empty for the whole suite.
  public var task: String
  /// The model's id; empty for all models.
  public var model: String
  /// The quantity; nil for all.
  public var quantity: Quantity?
  /// Why, in a sentence without its full stop.
  public var reason: String

  /// A part.
  public init(
    suite: String, task: String = "", model: String = "", quantity: Quantity? = nil, reason: String
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.quantity = quantity
    self.reason = reason
  }
}
