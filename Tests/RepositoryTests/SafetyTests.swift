import Testing

/// Constructs that end a program, hide state or speak where nobody listens.
@Suite struct SafetyTests {
  /// A pattern, why it is banned, and the targets that may use it.
  struct Ban: CustomStringConvertible {
    let description: String
    let pattern: String
    let exempt: Set<String>
    /// A line that must be found and one that must not.
    let bad: String
    let good: String
  }

  static let bans = [
    Ban(
      description: "a fatal error", pattern: #"\bfatalError\("#, exempt: [],
      bad: "  fatalError()", good: "  precondition(ok)"),
    Ban(
      description: "a forced try", pattern: #"\btry!"#, exempt: [],
      bad: "  try! read()", good: "  try read()"),
    Ban(
      description: "a forced cast", pattern: #"\bas!"#, exempt: [],
      bad: "  x as! Int", good: "  x as? Int"),
    Ban(
      description: "a stored static variable", pattern: #"\bstatic var \w+\s*(:[^{]*)?(=|$)"#,
      exempt: [], bad: "  static var count = 0", good: "  static var all: [Int] { [] }"),
    Ban(
      description: "a variable of the file", pattern: #"^(\w+ )*var \w+"#, exempt: [],
      bad: "private var count = 0", good: "  var count = 0"),
    Ban(
      description: "a read of the environment", pattern: #"processInfo\.environment|\bgetenv\("#,
      // PATH, in which the program of an external model is looked up, is the user's by its nature.
      exempt: ["assay", "evidence", "Harness", "ExternalModels"], bad: "  getenv(\"HOME\")",
      good: "  environment.home"),
    Ban(
      // What a worker of the harness prints is the log of its cell.
      description: "a print", pattern: #"^\s*print\("#, exempt: ["assay", "evidence", "Harness"],
      bad: "  print(1)", good: "  report.print(1)"),
    Ban(
      description: "a task without an issue",
      pattern: "(" + "TO" + "DO|FIX" + "ME)" + #"(?!\(#\d)"#,
      exempt: [], bad: "// TO" + "DO later", good: "// TO" + "DO(#12) later"),
  ]

  @Test(arguments: bans)
  func noSourceFileHas(ban: Ban) throws {
    let pattern = try Regex(ban.pattern)
    let found = RepositoryFile.swift(under: "Sources").filter { !ban.exempt.contains($0.target) }
      .flatMap { file in
        file.lines.enumerated().filter { $0.element.firstMatch(of: pattern) != nil }
          .map { "\(file.path):\($0.offset + 1)" }
      }
    #expect(found == [])
  }

  @Test(arguments: bans)
  func theBanFindsTheBadLineAlone(ban: Ban) throws {
    let pattern = try Regex(ban.pattern)
    #expect(ban.bad.firstMatch(of: pattern) != nil)
    #expect(ban.good.firstMatch(of: pattern) == nil)
  }

  @Test func noTextFileNamesAPlaceOfOneMachine() throws {
    // Put together here, so that this file is no finding of its own.
    let place = try Regex("(?m)(^|[\\s\"'`(=:])/" + "(work|root|home)/")
    let found = RepositoryFile.all.filter { $0.text.firstMatch(of: place) != nil }
    #expect(found.map(\.path) == [])
    #expect(("see '/" + "root/x'").firstMatch(of: place) != nil)
  }
}
