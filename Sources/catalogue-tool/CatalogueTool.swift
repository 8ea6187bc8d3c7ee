import Foundation

/// Called by the build: `shelf TARGET OUTPUT FILE…` or `epoch PACKAGE OUTPUT FILE…`.
@main
struct CatalogueTool {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4 else { throw ToolError.usage }
    let files = arguments.dropFirst(4).map { URL(fileURLWithPath: $0) }
    let text =
      switch arguments[1] {
      case "shelf": try shelf(of: arguments[2], files: files)
      case "epoch": try epoch(of: URL(fileURLWithPath: arguments[2]), files: files)
      default: throw ToolError.usage
      }
    // Every change of the set of products links this tool anew and runs it again; a file that stays
    // as it is keeps the targets of all shelves from being compiled again.
    guard (try? String(contentsOfFile: arguments[3], encoding: .utf8)) != text else { return }
    try text.write(toFile: arguments[3], atomically: true, encoding: .utf8)
  }
}

enum ToolError: Error {
  case usage
  case unknownShelf(String)
}
