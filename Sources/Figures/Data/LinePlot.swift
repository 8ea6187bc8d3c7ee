/// Curves over a common axis.
public struct LinePlot: Sendable, Equatable {
  /// A place of a curve, with the range over seeds.
  public struct Sample: Sendable, Equatable {
    /// Where.
    public var x: Double
    /// The middle.
    public var y: Double
    /// The smallest over seeds.
    public var lower: Double
    /// The largest over seeds.
    public var upper: Double

    /// A place.
    public init(x: Double, y: Double, lower: Double, upper: Double) {
      self.x = x
      self.y = y
      self.lower = lower
      self.upper = upper
    }

    /// x, y and, where they differ from y, the ends of the range.
    var numbers: [Double] { lower == upper ? [x, y] : [x, y, lower, upper] }
  }

  /// How a curve ends.
  public enum Ending: String, Sendable {
    /// Where the data end for all.
    case complete
    /// Before, because a seed has no number there.
    case broken
  }

  /// A curve.
  public struct Series: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its place in the suite, which decides its colour and its marker.
    public var style: Int
    /// Its places, from left to right.
    public var points: [Sample]
    /// How it ends.
    public var ending: Ending

    /// A curve.
    public init(name: String, style: Int, points: [Sample], ending: Ending = .complete) {
      self.name = name
      self.style = style
      self.points = points
      self.ending = ending
    }
  }

  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The curves.
  public var series: [Series]

  /// A plot.
  public init(x: Axis, y: Axis, series: [Series]) {
    self.x = x
    self.y = y
    self.series = series
  }
}
