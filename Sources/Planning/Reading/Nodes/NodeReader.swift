import Experiment
import Yams

/// Takes YAML nodes apart and keeps every mistake with its place.
///
/// A value that is not as expected is noted and replaced by an empty one, so that reading goes on
/// and all mistakes are reported together; what was read counts only when there is none.
struct NodeReader {
  /// A mistake and its place.
  private struct Mistake: Equatable {
    let mark: [Int]
    let error: AssayError
  }

  /// More mistakes than these are one: the file is another kind of file.
  private static let mostMistakes = 100

  /// The file as errors call it.
  let file: String
  private var mistakes: [Mistake] = []
  private var count = 0

  init(file: String) {
    self.file = file
  }

  /// How many mistakes there are so far; it grows with every one.
  var mistakeCount: Int { count }

  /// Notes a mistake at `node`; the same one twice is told once, and those beyond a hundred are not told.
  mutating func report(_ node: Node, found: String, expected: String, remedy: String) {
    count += 1
    guard mistakes.count < Self.mostMistakes else { return }
    let mark = [node.mark?.line ?? 1, node.mark?.column ?? 1]
    let error = AssayError(
      .badInput, where: "\(file):\(mark[0]):\(mark[1])", found: found, expected: expected,
      remedy: remedy)
    let mistake = Mistake(mark: mark, error: error)
    if !mistakes.contains(mistake) { mistakes.append(mistake) }
  }

  /// Throws `SuiteFileErrors` when there is a mistake.
  func throwMistakes() throws {
    guard !mistakes.isEmpty else { return }
    let ordered = mistakes.enumerated().sorted {
      ($0.element.mark[0], $0.element.mark[1], $0.offset)
        < ($1.element.mark[0], $1.element.mark[1], $1.offset)
    }
    throw SuiteFileErrors(ordered.map(\.element.error))
  }

  /// Checks `node` against `type` and returns it as JSON; `name` is what errors call it.
  mutating func value(_ node: Node, type: ParameterType, name: String) -> JSONValue {
    switch (type, node) {
    case (.mapping(let parameters), .mapping(let mapping)):
      return value(mapping, parameters: parameters, name: name)
    case (.list(let element), .sequence(let entries)):
      return .list(entries.map { value($0, type: element, name: "an entry of \(name)") })
    case (_, .scalar(let scalar)):
      if let value = scalar.value(as: type) { return value }
    case (.anything, _), (.free, _):
      return node.untypedValue
    default:
      break
    }
    report(
      node, found: "\(node.phrase) for \(name)", expected: type.expectation,
      remedy: remedy(for: node, type: type))
    return .null
  }

  private mutating func value(
    _ mapping: Node.Mapping, parameters: [ParameterType.Parameter], name: String
  ) -> JSONValue {
    var values: [String: JSONValue] = [:]
    let names = parameters.map(\.name)
    for (key, node) in mapping {
      let given = key.string ?? key.phrase
      guard let parameter = parameters.first(where: { $0.name == given }) else {
        report(
          key, found: "\(name) has no parameter '\(given)'", expected: SuggestedName.list(names),
          remedy: SuggestedName.remedy(for: given, among: names, otherwise: "remove it"))
        continue
      }
      values[given] = value(node, type: parameter.type, name: "'\(given)' of \(name)")
    }
    return .mapping(values)
  }

  private func remedy(for node: Node, type: ParameterType) -> String {
    switch (type, node) {
    case (.choice(let names), .scalar(let scalar)):
      SuggestedName.remedy(for: scalar.string, among: names, otherwise: "choose one of these")
    case (.text, .scalar(let scalar)) where !scalar.string.isEmpty:
      "put it in quotes if it is meant as a text"
    case (.list, .scalar(let scalar)) where !scalar.string.isEmpty:
      // Words are entries, as of a command.
      "write [\(scalar.string.split(separator: " ").joined(separator: ", "))]"
    default: "correct the value"
    }
  }
}
