import CYaml
import Experiment

/// Counts what a YAML text is made of, event by event, before a tree is built of it.
///
/// A short text can stand for a huge tree, since an alias repeats all that its anchor holds, and a deep
/// one needs a deep stack of whoever walks it. What is malformed is left to the parser to tell.
struct YAMLCensus {
  /// Levels of mappings and lists; a suite has eight.
  static let deepest = 64
  /// Nodes with every alias written out; a suite of sixty models has five thousand.
  static let mostNodes = 50_000
  /// The bytes of one text or name.
  static let longestScalar = 1 << 16

  /// A mapping or list that is not closed yet.
  private struct Open {
    let anchor: String?
    var count = 1
  }

  private let file: String
  private var open: [Open] = []
  /// How many nodes an alias stands for.
  private var sizes: [String: Int] = [:]
  private var total = 0

  /// - Throws: `SuiteFileErrors` with the place where the text goes beyond a limit.
  static func check(_ text: String, file: String) throws {
    var census = YAMLCensus(file: file)
    var text = text
    try text.withUTF8 { try census.count($0) }
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func count(_ text: UnsafeBufferPointer<UInt8>) throws {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
    var isOver = false
    while !isOver {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return try checkDepth(parser) }
      defer { yaml_event_delete(&event) }
      try add(event)
      isOver = event.type == YAML_STREAM_END_EVENT
    }
  }

  /// The parser looks ahead and may meet a limit of its own, of 1000 levels, before the first event comes.
  private func checkDepth(_ parser: yaml_parser_t) throws {
    guard let problem = parser.problem, String(cString: problem).hasPrefix("Maximum nesting") else {
      return
    }
    throw tooDeep(parser.problem_mark)
  }

  private mutating func add(_ event: yaml_event_t) throws {
    switch event.type {
    case YAML_SCALAR_EVENT:
      guard event.data.scalar.length <= Self.longestScalar else {
        throw excess(
          event.start_mark, found: "a text of \(event.data.scalar.length) bytes",
          expected: "at most \(Self.longestScalar) bytes")
      }
      if let anchor = Self.name(event.data.scalar.anchor) { sizes[anchor] = 1 }
      try add(1, event)
    case YAML_ALIAS_EVENT:
      try add(Self.name(event.data.alias.anchor).flatMap { sizes[$0] } ?? 1, event)
    case YAML_SEQUENCE_START_EVENT: try begin(event, event.data.sequence_start.anchor)
    case YAML_MAPPING_START_EVENT: try begin(event, event.data.mapping_start.anchor)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      guard let closed = open.popLast() else { return }
      if let anchor = closed.anchor { sizes[anchor] = closed.count }
      if !open.isEmpty { open[open.count - 1].count += closed.count }
    default: break
    }
  }

  private mutating func begin(
    _ event: yaml_event_t, _ anchor: UnsafeMutablePointer<yaml_char_t>?
  ) throws {
    guard open.count < Self.deepest else { throw tooDeep(event.start_mark) }
    open.append(Open(anchor: Self.name(anchor)))
    try count(1, event)
  }

  /// Nodes of the innermost open mapping or list.
  private mutating func add(_ nodes: Int, _ event: yaml_event_t) throws {
    if !open.isEmpty { open[open.count - 1].count += nodes }
    try count(nodes, event)
  }

  private mutating func count(_ nodes: Int, _ event: yaml_event_t) throws {
    total += nodes
    guard total <= Self.mostNodes else {
      throw excess(
        event.start_mark, found: "more than \(Self.mostNodes) entries, aliases written out",
        expected: "at most \(Self.mostNodes)")
    }
  }

  private func tooDeep(_ mark: yaml_mark_t) -> SuiteFileErrors {
    excess(
      mark, found: "more than \(Self.deepest) levels of lists and mappings",
      expected: "at most \(Self.deepest)")
  }

  private func excess(_ mark: yaml_mark_t, found: String, expected: String) -> SuiteFileErrors {
    SuiteFileErrors([
      AssayError(
        .badInput, where: "\(file):\(mark.line + 1):\(mark.column + 1)", found: found,
        expected: expected, remedy: "write a shorter file, or several")
    ])
  }

  private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }
}
