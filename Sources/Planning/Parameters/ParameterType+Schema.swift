import Experiment

extension ParameterType {
  /// The JSON Schema of a value of this type, with `defaultValue` as its default.
  func schema(defaultValue: JSONValue?) -> JSONValue {
    var schema = constraints(defaultValue: defaultValue)
    if case .mapping = self { return .mapping(schema) }
    schema["default"] = defaultValue
    return .mapping(schema)
  }

  private func constraints(defaultValue: JSONValue?) -> [String: JSONValue] {
    switch self {
    case .truth: ["type": .text("boolean")]
    case .integer: ["type": .text("integer")]
    case .number: ["type": .text("number")]
    case .text: ["type": .text("string")]
    case .choice(let names): ["enum": .list(names.map(JSONValue.text))]
    case .list(let element):
      ["type": .text("array"), "items": element.schema(defaultValue: nil)]
    case .mapping(let parameters):
      [
        "type": .text("object"), "additionalProperties": .truth(false),
        "properties": .mapping(
          Dictionary(
            parameters.map { ($0.name, $0.type.schema(defaultValue: defaultValue?[$0.name])) }
          ) { first, _ in first }),
      ]
    case .anything, .free: [:]
    }
  }
}
