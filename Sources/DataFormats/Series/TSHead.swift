import Experiment

/// What the head of a `.ts` file says, line by line.
struct TSHead {
  /// More classes or channels than this are a damaged file.
  static let most = 100_000
  /// That many classes of ten bytes.
  private static let longestLine = 1 << 20

  let source: String
  private(set) var problem = ""
  private(set) var classes: [String] = []
  /// The place of each class among `classes`.
  private(set) var places: [String: Int] = [:]
  /// Channels of every series; 0 when the head does not say.
  private(set) var dimensions = 0
  /// Whether `@data` was met.
  private(set) var isComplete = false

  init(source: String) {
    self.source = source
  }

  /// Takes one line, which is neither empty nor a comment.
  mutating func take(_ bytes: ArraySlice<UInt8>, line: Int) throws {
    guard bytes.count <= Self.longestLine else {
      throw wrong(line, "\(bytes.count) bytes in a line of the head", "\(Self.longestLine) or less")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let tag = words.first?.lowercased(), tag.hasPrefix("@") else {
      throw wrong(
        line, "'\(Excerpt.text(bytes))' before @data", "a line that begins with @ or #")
    }
    let rest = words.dropFirst()
    switch tag {
    case "@problemname": problem = rest.joined(separator: " ")
    case "@timestamps": try refuse(rest.first, "true", line, "series without time stamps")
    case "@univariate": if rest.first?.lowercased() == "true" { dimensions = 1 }
    case "@dimension", "@dimensions":
      guard let number = rest.first.flatMap({ Int($0) }), (1...Self.most).contains(number) else {
        throw wrong(line, "'\(Excerpt.text(bytes))'", "a number of channels")
      }
      dimensions = number
    case "@classlabel":
      try refuse(rest.first, "false", line, "series with classes")
      classes = Array(rest.dropFirst())
      places = Dictionary(
        classes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      guard (1...Self.most).contains(classes.count), places.count == classes.count else {
        throw wrong(line, "'\(Excerpt.text(bytes))'", "true and the classes, each once")
      }
    case "@targetlabel": try refuse(rest.first, "true", line, "classes, not numbers to regress")
    case "@data":
      guard !classes.isEmpty else {
        throw wrong(line, "no @classLabel before @data", "the classes")
      }
      isComplete = true
    // `@missing`, `@equalLength`, `@seriesLength` repeat what the series show.
    default: break
    }
  }

  /// A file that is damaged or not of a kind that is read.
  func wrong(_ line: Int, _ found: String, _ expected: String) -> AssayError {
    .badFile(
      "\(source):\(line)", found: found, expected: expected,
      remedy: "copy the file again, or save it as a classification problem in the .ts format")
  }

  private func refuse(_ word: String?, _ refused: String, _ line: Int, _ expected: String) throws {
    guard word?.lowercased() != refused else { throw wrong(line, "'\(refused)'", expected) }
  }
}
