extension FigureData {
  /// Whether there is nothing to show.
  public var isEmpty: Bool { content.plot.isEmpty }

  /// The figure as lines of text, for tests and for those who read numbers.
  public var text: String {
    (["figure \(kind)", "title \(title)", "caption \(caption)", "reading \(reading)"]
      + content.plot.lines).joined(separator: "\n") + "\n"
  }
}

extension FigureData.Content {
  /// What is drawn, whatever its form.
  var plot: any Plot {
    switch self {
    case .lines(let plot): plot
    case .dots(let plot): plot
    case .fields(let plot): plot
    case .points(let plot): plot
    case .strip(let plot): plot
    case .matrix(let plot): plot
    case .ranks(let plot): plot
    case .intervals(let plot): plot
    case .vectors(let plot): plot
    case .panels(let plot): plot
    }
  }
}
