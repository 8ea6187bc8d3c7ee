/// What can be wrong with a call or with a shelf.
enum ToolError: Error, CustomStringConvertible {
  case usage
  case unknownShelf(String, known: [String])
  case sameName(String, shelf: String, files: [String])

  var description: String {
    switch self {
    case .usage: "usage: shelf TARGET OUTPUT FILE… or epoch PACKAGE OUTPUT DATA-FILE… -- FILE…"
    case .unknownShelf(let name, let known):
      "no shelf '\(name)'; there are \(known.joined(separator: ", "))"
    case .sameName(let name, let shelf, let files):
      "the shelf \(shelf) has two entries called '\(name)': \(files.joined(separator: " and ")); "
        + "rename one of them"
    }
  }
}
