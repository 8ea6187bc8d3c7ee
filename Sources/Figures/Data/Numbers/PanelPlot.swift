/// Small plots in rows and columns: a row for each model, a column for each quantity, all of a column with
/// one vertical axis and all with one horizontal axis.
public struct PanelPlot: Sendable, Equatable {
  /// What is drawn in a small plot.
  public struct Panel: Sendable, Equatable {
    /// The curve that the model's one is set against, drawn in grey; empty for none.
    public var background: [LinePlot.Sample]
    /// The curve of the model.
    public var foreground: [LinePlot.Sample]

    /// A small plot.
    public init(background: [LinePlot.Sample], foreground: [LinePlot.Sample]) {
      self.background = background
      self.foreground = foreground
    }
  }

  /// A model.
  public struct Row: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its place in the suite, which decides its colour.
    public var style: Int
    /// A small plot for each column.
    public var panels: [Panel]

    /// A model.
    public init(name: String, style: Int, panels: [Panel]) {
      self.name = name
      self.style = style
      self.panels = panels
    }
  }

  /// The horizontal axis of all.
  public var x: Axis
  /// The vertical axes.
  public var columns: [Axis]
  /// The models, from top to bottom.
  public var rows: [Row]
  /// What the grey curves are, in a word or two.
  public var background: String
  /// What the coloured curves are.
  public var foreground: String

  /// A table of small plots.
  public init(
    x: Axis, columns: [Axis], rows: [Row], background: String, foreground: String
  ) {
    precondition(
      rows.allSatisfy { $0.panels.count == columns.count }, "a row has not \(columns.count) plots")
    self.x = x
    self.columns = columns
    self.rows = rows
    self.background = background
    self.foreground = foreground
  }
}
