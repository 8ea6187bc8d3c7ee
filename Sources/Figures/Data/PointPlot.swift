/// Models in the plane of two quantities, and those that no other beats in both.
public struct PointPlot: Sendable, Equatable {
  /// A model.
  public struct Mark: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its place in the suite, which decides its colour and its marker.
    public var style: Int
    /// Its cost.
    public var x: Double
    /// Its error or skill.
    public var y: Double
    /// The lower end of the interval of `y`.
    public var lower: Double
    /// The upper end of the interval of `y`.
    public var upper: Double
    /// Whether no other model is at least as good in both.
    public var isOnFront: Bool

    /// A model.
    public init(
      name: String, style: Int, x: Double, y: Double, lower: Double, upper: Double,
      isOnFront: Bool
    ) {
      self.name = name
      self.style = style
      self.x = x
      self.y = y
      self.lower = lower
      self.upper = upper
      self.isOnFront = isOnFront
    }
  }

  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The models.
  public var points: [Mark]

  /// A plot.
  public init(x: Axis, y: Axis, points: [Mark]) {
    self.x = x
    self.y = y
    self.points = points
  }
}
