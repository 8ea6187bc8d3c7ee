/// The numbers and words of a figure: all that its drawing needs, and nothing else.
public struct FigureData: Sendable, Equatable {
  /// What is drawn.
  public enum Content: Sendable, Equatable {
    /// Curves with bands.
    case lines(LinePlot)
    /// A row of dots with an interval for each model.
    case dots(DotPlot)
    /// Fields beside each other.
    case fields(FieldPlot)
    /// One point for each model in a plane.
    case points(PointPlot)
    /// A row of pictures for each model, one a step.
    case strip(StripPlot)
    /// A table of shaded cells.
    case matrix(MatrixPlot)
    /// Mean ranks on a line, and which cannot be told apart.
    case ranks(RankPlot)
    /// Intervals of several numbers beside each other.
    case intervals(IntervalPlot)
    /// A field of arrows.
    case vectors(VectorPlot)
    /// Small plots in rows and columns.
    case panels(PanelPlot)
  }

  /// The kind, as on the shelf: `rollout-curve`.
  public var kind: String
  /// A short title.
  public var title: String
  /// What it shows and how it was made, in sentences.
  public var caption: String
  /// The main numbers in words, for those who cannot see it.
  public var reading: String
  /// What is drawn.
  public var content: Content

  /// A figure.
  public init(
    kind: String, title: String, caption: String, reading: String = "", content: Content
  ) {
    self.kind = kind
    self.title = title
    self.caption = caption
    self.reading = reading
    self.content = content
  }
}
