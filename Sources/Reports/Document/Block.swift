import Canvas
import Figures

/// One thing in a section.
enum Block: Sendable {
  /// Running text.
  case paragraph([TextSpan])
  /// A list of sentences.
  case list([[TextSpan]])
  /// A table.
  case table(Table)
  /// A figure with its caption.
  case figure(id: String, FigureData)
  /// A heading inside the section.
  case heading(String)
  /// What is hidden until asked for, where the medium can hide.
  case folded(title: String, [Block])
}
