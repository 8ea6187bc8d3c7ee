import Experiment

/// What a program tells of itself.
struct HelloAnswer: Decodable {
  private static let mostFacts = 64
  private static let longestFact = 200

  let version: Int
  let name: String?
  let parameterCount: Int?
  let capabilities: [String]?
  private let software: [String: JSONValue]?

  private enum CodingKeys: String, CodingKey {
    case version = "protocol"
    case name, parameterCount, capabilities, software
  }

  /// The facts that are kept with the cell, cut to what a table can bear.
  var facts: [String: String] {
    let named = (software ?? [:]).sorted { $0.key < $1.key }.prefix(Self.mostFacts).compactMap {
      entry in entry.value.plainText.map { ("software \(Self.cut(entry.key))", Self.cut($0)) }
    }
    var facts = Dictionary(named) { first, _ in first }
    if let name, !name.isEmpty { facts["model"] = Self.cut(name) }
    return facts
  }

  private static func cut(_ text: String) -> String { String(text.prefix(longestFact)) }
}
