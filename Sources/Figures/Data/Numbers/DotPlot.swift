import Comparison

/// For each model a row of values with an interval or a box.
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

  /// What stands behind the values of a row.
  public enum Look: String, Sendable {
    /// The interval of the mean.
    case interval
    /// The box of the quartiles, with whiskers to the last value within one and a half boxes.
    case box
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
      name: String, style: Int, values: [Double], interval: Interval?, note: String = "",
      standing: Standing = .other
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
  /// What stands behind the values.
  public var look: Look
  /// What a value is, for readers of single ones, as in `one seed`.
  public var value: String

  /// A plot.
  public init(axis: Axis, rows: [Row], look: Look = .interval, value: String = "one seed") {
    self.axis = axis
    self.rows = rows
    self.look = look
    self.value = value
  }
}
