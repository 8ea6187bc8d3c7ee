import Experiment

/// What kind of value a parameter takes, found out from a recipe's defaults.
indirect enum ParameterType: Equatable, Sendable {
  case truth
  case integer
  case number
  case text
  /// One of these names.
  case choice([String])
  case list(ParameterType)
  /// Parameters by name, in the order of declaration.
  case mapping([Parameter])
  /// A value that only its own decoder can judge, as an enum with payloads.
  case anything
  /// A value of any form (`JSONValue`), whose mappings merge key by key.
  case free

  /// A parameter of a mapping.
  struct Parameter: Equatable, Sendable {
    let name: String
    let type: ParameterType
  }

  /// What is expected, as a noun phrase.
  var expectation: String {
    switch self {
    case .truth: "true or false"
    case .integer: "an integer"
    case .number: "a number"
    case .text: "a text"
    case .choice(let names): SuggestedName.list(names)
    case .list(let element): "a list, each entry \(element.expectation)"
    case .mapping: "a mapping of parameters"
    case .anything, .free: "a value"
    }
  }

  /// The parameters when it is a mapping, otherwise none.
  var parameters: [Parameter] {
    if case .mapping(let parameters) = self { parameters } else { [] }
  }

  /// `lower` with `upper` laid over it: parameters merge key by key, all else is replaced.
  func overlay(_ upper: JSONValue, on lower: JSONValue) -> JSONValue {
    if case .free = self, case .mapping(let merged) = lower, case .mapping(let given) = upper {
      return .mapping(merged.merging(given) { Self.free.overlay($1, on: $0) })
    }
    guard case .mapping(let parameters) = self, case .mapping(var merged) = lower,
      case .mapping(let given) = upper
    else { return upper }
    for parameter in parameters {
      guard let value = given[parameter.name] else { continue }
      merged[parameter.name] =
        merged[parameter.name].map { parameter.type.overlay(value, on: $0) } ?? value
    }
    return .mapping(merged)
  }
}
