import Figures

/// A figure in a report.
struct Illustration: Sendable {
  /// The place that links lead to; unique in a report.
  let id: String
  /// What is drawn.
  let data: FigureData
  /// The query on the store that gives its numbers; empty for none.
  let query: String
}
