import Comparison

/// For each model a row: a dot for every seed and an interval for their mean.
public struct DotPlot: Sendable, Equatable {
  /// How a model stands.
  public enum Standing: String, Sendable {
    /// The best.
    case best
    /// Not to be told from the best.
    case tied
    /// Neither.
    case other
  }

  /// A model.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its place in the suite, which decides its colour.
    public var style: Int
    /// The value of every seed that has one.
    public var values: [Double]
    /// The mean with its interval, or nil.
    public var interval: Interval?
    /// What is missing, in words; empty when nothing is.
    public var note: String
    /// How it stands.
    public var standing: Standing

    /// A model.
    public init(
      name: String, style: Int, values: [Double], interval: Interval?, note: String,
      standing: Standing
    ) {
      self.name = name
      self.style = style
      self.values = values
      self.interval = interval
      self.note = note
      self.standing = standing
    }
  }

  /// The axis of the values.
  public var axis: Axis
  /// The rows, from top to bottom.
  public var rows: [Row]

  /// A plot.
  public init(axis: Axis, rows: [Row]) {
    self.axis = axis
    self.rows = rows
  }
}
