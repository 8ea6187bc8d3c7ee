import Figures

/// A figure as its template wants it.
struct HTMLFigure {
  let id: String
  let kind: String
  let title: String
  let caption: String
  let drawing: String
  let query: String?

  init(_ figure: Illustration) {
    id = figure.id
    kind = figure.data.kind
    title = figure.data.title
    caption = figure.data.caption
    drawing = figure.data.drawing().svg(id: figure.id + ".svg")
    query = figure.query.isEmpty ? nil : figure.query
  }
}
