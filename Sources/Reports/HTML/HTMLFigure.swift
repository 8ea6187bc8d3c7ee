import Figures

/// A figure as its template wants it.
struct HTMLFigure {
  let id: String
  let kind: String
  let title: String
  let caption: String
  let drawing: String

  init(id: String, _ figure: FigureData) {
    self.id = id
    kind = figure.kind
    title = figure.title
    caption = figure.caption
    drawing = figure.drawing().svg(id: id + ".svg")
  }
}
