import Foundation

/// Called by the build: `shelf TARGET OUTPUT FILE…` or `epoch PACKAGE OUTPUT DATA-FILE… -- FILE…`.
@main
struct CatalogueTool {
  static func main() {
    do {
      try run(CommandLine.arguments.dropFirst().map(\.self))
    } catch {
      FileHandle.standardError.write(Data("catalogue-tool: \(error)\n".utf8))
      exit(2)
    }
  }

  private static func run(_ arguments: [String]) throws {
    guard arguments.count >= 3 else { throw ToolError.usage }
    let groups = arguments.dropFirst(3).split(
      separator: "--", maxSplits: 1, omittingEmptySubsequences: false
    ).map { $0.map { URL(fileURLWithPath: $0) } }
    let text =
      switch arguments[0] {
      case "shelf": try Shelf(target: arguments[1], files: groups[0]).source()
      case "epoch" where groups.count == 2:
        try Epoch(
          package: URL(fileURLWithPath: arguments[1]), dataFiles: groups[0], otherFiles: groups[1]
        ).source()
      default: throw ToolError.usage
      }
    // Every change of the set of products links this tool anew and runs it again; a file that stays
    // as it is keeps the targets of all shelves from being compiled again.
    guard (try? String(contentsOfFile: arguments[2], encoding: .utf8)) != text else { return }
    try text.write(toFile: arguments[2], atomically: true, encoding: .utf8)
  }
}
