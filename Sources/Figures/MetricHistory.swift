import Canvas
import Statistics

/// The values of one quantity over a history of commits, as a figure of its own: it is not on the
/// shelf, because no result holds it.
public struct MetricHistory: Sendable, Equatable {
  /// A value of the history.
  public struct Entry: Sendable, Equatable {
    /// The commit or date, as it stands below the axis.
    public var label: String
    /// The value.
    public var value: Double
    /// The lower end of its interval.
    public var lower: Double
    /// The upper end of its interval.
    public var upper: Double

    /// A value.
    public init(label: String, value: Double, lower: Double, upper: Double) {
      self.label = label
      self.value = value
      self.lower = lower
      self.upper = upper
    }
  }

  /// What is followed, as in `FNO, cavity: NMSE, roll-out`.
  public var title: String
  /// The vertical axis.
  public var axis: Axis
  /// The values, oldest first.
  public var entries: [Entry]
  /// The places in `entries` at which another level begins.
  public var changes: [Int]
  /// The level between changes: one more than `changes`; empty for none.
  public var levels: [Double]

  /// A history.
  public init(
    title: String, axis: Axis, entries: [Entry], changes: [Int] = [], levels: [Double] = []
  ) {
    self.title = title
    self.axis = axis
    self.entries = entries
    self.changes = changes
    self.levels = levels
  }

  /// A history with the levels that were found in it.
  public init(title: String, axis: Axis, entries: [Entry], steps: StepHistory) {
    self.init(
      title: title, axis: axis, entries: entries, changes: steps.steps.map(\.place),
      levels: steps.pieces.map(\.level))
  }

  /// More labels than this do not fit below an axis.
  private static let mostLabels = 6

  /// The values with their intervals, a step line of the levels, and a line at each change.
  public var figure: FigureData {
    let places = entries.indices.map(Double.init)
    let values = zip(places, entries).map { place, entry in
      LinePlot.Sample(x: place, y: entry.value, lower: entry.lower, upper: entry.upper)
    }
    let starts = [0] + changes
    let level = levels.indices.flatMap { index -> [LinePlot.Sample] in
      let end = index + 1 < starts.count ? starts[index + 1] : entries.count - 1
      guard starts.indices.contains(index) else { return [] }
      return [starts[index], end].map { LinePlot.Sample(x: Double($0), y: levels[index]) }
    }
    let stride = max(1, (entries.count + Self.mostLabels - 1) / Self.mostLabels)
    let marks = entries.enumerated().filter { $0.offset % stride == 0 }.map {
      Tick(value: Double($0.offset), label: $0.element.label)
    }
    let series =
      [LinePlot.Series(name: "value", style: 0, points: values)]
      + (level.isEmpty ? [] : [LinePlot.Series(name: "level", style: 1, points: level)])
    let changed = changes.filter(entries.indices.contains).map { entries[$0].label }
    return FigureData(
      kind: "history", title: title,
      caption: "Values over the history, oldest first, with their intervals"
        + (levels.isEmpty ? "." : ", and the level that holds between changes."),
      reading: changed.isEmpty
        ? "No change was found." : "The level changes at \(changed.joined(separator: ", ")).",
      content: .lines(
        LinePlot(
          x: Axis("commit", marks: marks), y: axis, series: entries.isEmpty ? [] : series,
          joining: .straight,
          guides: changes.filter(entries.indices.contains).map {
            .vertical(Double($0), entries[$0].label)
          })))
  }
}
