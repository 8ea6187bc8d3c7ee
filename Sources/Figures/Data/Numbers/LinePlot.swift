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

    /// A place without a range.
    public init(x: Double, y: Double) { self.init(x: x, y: y, lower: y, upper: y) }

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

  /// How places are joined.
  public enum Joining: String, Sendable {
    /// By straight lines.
    case straight
    /// By steps: a value holds until the next place.
    case steps
  }

  /// A line that helps to read.
  public enum Guide: Sendable, Equatable {
    /// A height with a word.
    case horizontal(Double, String)
    /// A place with a word.
    case vertical(Double, String)
    /// Where x and y are equal.
    case diagonal
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
    /// What stands after its name beside the plot, as its last value; empty for nothing.
    public var note: String
    /// Which of its places stand out, as the setting that a model was trained with.
    public var highlights: [Int]

    /// A curve.
    public init(
      name: String, style: Int, points: [Sample], ending: Ending = .complete, note: String = "",
      highlights: [Int] = []
    ) {
      self.highlights = highlights
      self.note = note
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
  /// How places are joined.
  public var joining: Joining
  /// Lines that help to read.
  public var guides: [Guide]
  /// The styles of the curves that stand out, where there are too many to colour; empty for all.
  public var emphasised: [Int]

  /// A plot.
  public init(
    x: Axis, y: Axis, series: [Series], joining: Joining = .straight, guides: [Guide] = [],
    emphasised: [Int] = []
  ) {
    self.x = x
    self.y = y
    self.series = series
    self.joining = joining
    self.guides = guides
    self.emphasised = emphasised
  }

  /// Whether a curve stands out.
  func isEmphasised(_ series: Series) -> Bool {
    emphasised.isEmpty || emphasised.contains(series.style)
  }

  /// The largest value that the vertical axis shows: on an axis of ratios, a curve that runs more than
  /// two decades beyond what three in four of all values stay below leaves the plot instead of
  /// flattening the others. Nil when none does.
  public var limit: Double? {
    guard y.law == .logarithmic, y.range == nil else { return nil }
    let values = series.flatMap(\.points).map(\.y).filter { $0 > 0 && $0.isFinite }.sorted()
    guard let largest = values.last else { return nil }
    let limit = 100 * values[(values.count - 1) * 3 / 4]
    return largest > 10 * limit ? limit : nil
  }
}
