/// A page of the PDF report before it is drawn.
struct Page {
  /// What the running head says.
  var section: String
  /// What is on it.
  var items: [PageItem] = []
}
