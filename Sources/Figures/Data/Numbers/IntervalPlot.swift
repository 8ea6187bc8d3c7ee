import Comparison

/// Panels beside each other that share their rows: one interval of each number for each model.
public struct IntervalPlot: Sendable, Equatable {
  /// How an interval is drawn.
  public enum Look: String, Sendable {
    /// A bar from its lower to its upper end, and a tick.
    case interval
    /// A bar from zero, and a whisker.
    case bar
  }

  /// A panel.
  public struct Panel: Sendable, Equatable {
    /// The title, with an arrow to where it is better.
    public var title: String
    /// The interval of each row; nil where there is none.
    public var intervals: [Interval?]
    /// Where a thin line stands, as at no difference; nil for none.
    public var guide: Double?
    /// How an interval is drawn.
    public var look: Look

    /// A panel.
    public init(
      title: String, intervals: [Interval?], guide: Double? = nil, look: Look = .interval
    ) {
      self.look = look
      self.title = title
      self.intervals = intervals
      self.guide = guide
    }
  }

  /// The rows, best on top.
  public var rows: [MatrixPlot.Heading]
  /// The panels, from left to right.
  public var panels: [Panel]

  /// A plot.
  public init(rows: [MatrixPlot.Heading], panels: [Panel]) {
    precondition(
      panels.allSatisfy { $0.intervals.count == rows.count }, "a panel has not \(rows.count) rows")
    self.rows = rows
    self.panels = panels
  }
}
