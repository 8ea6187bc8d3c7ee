import Experiment
import Yams

extension NodeReader {
  /// The entries of `node`, whose keys must fit `form`.
  mutating func fields(of node: Node, form: MappingForm) -> Fields {
    let fields = entries(of: node, noun: form.noun)
    guard case .mapping = node else { return fields }
    for entry in fields.entries where !form.keys.contains(entry.name) {
      report(
        entry.key, found: "\(form.noun) has no key '\(entry.name)'",
        expected: SuggestedName.list(form.keys),
        remedy: SuggestedName.remedy(for: entry.name, among: form.keys, otherwise: "remove it"))
    }
    for key in form.required where fields[key] == nil {
      report(
        node, found: "\(form.noun) without '\(key)'",
        expected: "the keys \(form.required.joined(separator: ", "))", remedy: "add '\(key)'")
    }
    return fields
  }

  /// The entries of `node`, whose keys are names that the file chooses.
  mutating func entries(of node: Node, noun: String) -> Fields {
    guard case .mapping(let mapping) = node else {
      report(
        node, found: "\(node.phrase) for \(noun)", expected: "a mapping",
        remedy: "write 'key: value' lines")
      return Fields(node: node, entries: [])
    }
    return Fields(
      node: node,
      entries: mapping.map {
        Fields.Entry(name: $0.key.string ?? $0.key.phrase, key: $0.key, value: $0.value)
      })
  }

  /// The entries of a list that must not be empty; none when the key is missing.
  mutating func list(_ fields: Fields, _ key: String) -> [Node] {
    guard let node = fields[key] else { return [] }
    guard case .sequence(let entries) = node else {
      report(
        node, found: "\(node.phrase) for '\(key)'", expected: "a list",
        remedy: "write one '- ' line for each entry")
      return []
    }
    if entries.isEmpty {
      report(
        node, found: "an empty list for '\(key)'", expected: "at least one entry",
        remedy: "add an entry")
    }
    return Array(entries)
  }

  /// The text of `key`, which must not be empty.
  mutating func text(_ fields: Fields, _ key: String) -> String {
    guard let node = fields[key] else { return "" }
    return text(node, name: "'\(key)'")
  }

  /// The text at `node`, which must not be empty; surrounding white space does not count.
  mutating func text(_ node: Node, name: String) -> String {
    guard case .text(let text) = value(node, type: .text, name: name) else { return "" }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty {
      report(node, found: "an empty text for \(name)", expected: "a text", remedy: "write one")
    }
    return words
  }

  /// The id under `key`: it names rows, folders and flags, so its letters are restricted.
  mutating func identifier(_ fields: Fields, _ key: String) -> String {
    guard let node = fields[key] else { return "" }
    let id = text(node, name: "'\(key)'")
    if !id.isEmpty && !isIdentifier(id) { reportIdentifier(node, id) }
    return id
  }

  /// Notes that `id` cannot be used as an id.
  mutating func reportIdentifier(_ node: Node, _ id: String) {
    report(
      node, found: "the id '\(id)'", expected: "lower-case letters, digits and single hyphens",
      remedy: "rename it, as in 'cavity-bc'")
  }

  /// Whether `id` is in kebab case.
  func isIdentifier(_ id: String) -> Bool {
    id.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy {
      word in
      !word.isEmpty
        && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
