import Canvas

/// One thing in a section.
indirect enum Block: Sendable {
  /// What a section has to say, in larger type.
  case lead([TextSpan])
  /// Running text.
  case paragraph([TextSpan])
  /// A list of sentences.
  case list([[TextSpan]])
  /// Names with what is to be said of each.
  case facts([Fact])
  /// A table.
  case table(Table)
  /// A figure with its caption.
  case figure(Illustration)
  /// Lines of a program, as they are.
  case listing(String)
  /// A heading inside the section.
  case heading(String)
  /// What is hidden until asked for on a screen, and stands in the appendix on paper.
  case folded(title: String, [Block])
  /// What only a screen shows: it is too long for paper.
  case onScreen([Block])
  /// What only paper shows in the place of something longer.
  case onPaper([Block])
}
