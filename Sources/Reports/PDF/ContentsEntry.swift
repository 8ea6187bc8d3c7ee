/// A line of the contents and of the outline.
struct ContentsEntry {
  let title: String
  let id: String
  let level: Int
  /// The page among those of the body, from 0.
  let page: Int
}
