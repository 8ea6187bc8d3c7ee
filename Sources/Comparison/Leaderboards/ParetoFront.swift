/// Which models of a task are not beaten in error and cost at once.
public struct ParetoFront: Codable, Sendable, Equatable {
  /// One model.
  public struct Point: Codable, Sendable, Equatable {
    /// The model's id.
    public var model: String
    /// The mean cost over seeds, in the front's unit.
    public var cost: Double
    /// Whether no other model is at least as good in both and better in one.
    public var isOnFront: Bool

    /// A point.
    public init(model: String, cost: Double, isOnFront: Bool) {
      self.model = model
      self.cost = cost
      self.isOnFront = isOnFront
    }
  }

  /// The cost's name: a measured one as in `training-seconds`, or `parameters`.
  public var cost: String
  /// Its unit, `1` for a count.
  public var unit: String
  /// Models that have a value and a cost, in the order of the standings.
  public var points: [Point]

  /// A front.
  public init(cost: String, unit: String, points: [Point]) {
    self.cost = cost
    self.unit = unit
    self.points = points
  }
}
