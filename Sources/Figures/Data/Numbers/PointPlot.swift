import Experiment

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
    /// The lower end of the interval of `x`; `x` itself where there is none.
    public var left: Double
    /// The upper end of the interval of `x`; `x` itself where there is none.
    public var right: Double
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
      isOnFront: Bool, left: Double? = nil, right: Double? = nil
    ) {
      self.left = left ?? x
      self.right = right ?? x
      self.name = name
      self.style = style
      self.x = x
      self.y = y
      self.lower = lower
      self.upper = upper
      self.isOnFront = isOnFront
    }
  }

  /// What lies behind the models.
  public enum Ground: String, Sendable {
    /// The region in which something is beaten by a model of the front, shaded.
    case dominated
    /// Lines along which x · y is the same, on two axes of ratios.
    case products
  }

  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The models.
  public var points: [Mark]
  /// Which way the vertical axis is better; the horizontal one is a cost.
  public var better: Direction
  /// What lies behind.
  public var ground: Ground
  /// Models that failed: their names stand at the border, by hollow marks.
  public var failed: [Mark]
  /// Vertical lines with a word, as the cost of a solver.
  public var guides: [LinePlot.Guide]

  /// A plot.
  public init(
    x: Axis, y: Axis, points: [Mark], better: Direction = .lower, ground: Ground = .dominated,
    failed: [Mark] = [], guides: [LinePlot.Guide] = []
  ) {
    self.x = x
    self.y = y
    self.points = points
    self.better = better
    self.ground = ground
    self.failed = failed
    self.guides = guides
  }

  /// Marks those that no other is at least as good and as cheap as.
  public mutating func markFront() {
    let sign: Double = better == .lower ? 1 : -1
    for index in points.indices {
      let mark = points[index]
      points[index].isOnFront = !points.contains { other in
        other.x <= mark.x && sign * other.y <= sign * mark.y
          && (other.x < mark.x || sign * other.y < sign * mark.y)
      }
    }
  }
}
