import Experiment

/// The building blocks of the JSON Schema.
enum SchemaForm {
  static let text = JSONValue.mapping(["type": .text("string"), "minLength": .integer(1)])
  static let identifier = JSONValue.mapping([
    "type": .text("string"), "pattern": .text("^[a-z0-9]+(-[a-z0-9]+)*$"),
  ])
  static let selection = JSONValue.mapping([
    "anyOf": .list([
      .mapping(["const": .text(SuiteForm.everything)]), list(of: identifier),
    ])
  ])

  static let quantity = JSONValue.mapping(
    object(SuiteForm.quantity, ["metric": identifier, "evaluation": text, "split": text]))
  /// A question of either kind.
  static let question = JSONValue.mapping([
    "anyOf": .list([
      .mapping(
        object(
          SuiteForm.saving,
          [
            "ask": .mapping(["const": .text("saving")]), "reference": identifier, "cost": quantity,
            "settings": identifier,
          ])),
      .mapping(
        object(
          SuiteForm.contrast,
          [
            "ask": .mapping(["const": .text("contrast")]), "title": text,
            "first": list(of: identifier), "second": list(of: identifier), "cost": quantity,
          ])),
    ])
  ])

  static func reference(_ definition: String) -> JSONValue {
    .mapping(["$ref": .text("#/$defs/\(definition)")])
  }

  static func list(of entry: JSONValue) -> JSONValue {
    .mapping([
      "type": .text("array"), "items": entry, "minItems": .integer(1),
      "uniqueItems": .truth(true),
    ])
  }

  static func byProfile(_ value: JSONValue, least: Int) -> JSONValue {
    .mapping([
      "type": .text("object"), "minProperties": .integer(least),
      "propertyNames": .mapping([
        "enum": .list(Profile.allCases.map { .text($0.rawValue) })
      ]),
      "additionalProperties": value,
    ])
  }

  /// A mapping with the keys of `form`, each of which has its schema in `properties`.
  static func object(
    _ form: MappingForm, _ properties: [String: JSONValue]
  ) -> [String: JSONValue] {
    precondition(
      Set(properties.keys) == Set(form.keys), "the schema of \(form.noun) has other keys")
    return [
      "type": .text("object"), "additionalProperties": .truth(false),
      "required": .list(form.required.map(JSONValue.text)), "properties": .mapping(properties),
    ]
  }

  /// A name alone, or one name with its parameters.
  static func recipe(_ kind: String, names: [String]) -> JSONValue {
    let alone = JSONValue.mapping(["enum": .list(names.map(JSONValue.text))])
    let withParameters = names.map { name in
      JSONValue.mapping([
        "type": .text("object"), "additionalProperties": .truth(false),
        "required": .list([.text(name)]),
        "properties": .mapping([
          name: .mapping([
            "anyOf": .list([
              .mapping(["type": .text("null")]), reference("\(kind)-parameters-\(name)"),
            ])
          ])
        ]),
      ])
    }
    return .mapping(["anyOf": .list([alone] + withParameters)])
  }

  /// Overlays of `profiles:` have the parameters of the recipe that the entry names.
  static func overlayRule(_ kind: String, name: String) -> JSONValue {
    let isThisRecipe = JSONValue.mapping([
      "anyOf": .list([
        .mapping(["const": .text(name)]),
        .mapping(["type": .text("object"), "required": .list([.text(name)])]),
      ])
    ])
    return .mapping([
      "if": .mapping([
        "properties": .mapping([kind: isThisRecipe]), "required": .list([.text(kind)]),
      ]),
      "then": .mapping([
        "properties": .mapping([
          "profiles": .mapping(["additionalProperties": reference("\(kind)-parameters-\(name)")])
        ])
      ]),
    ])
  }

  static func parameters<R: Recipe>(of type: R.Type) throws -> JSONValue {
    let defaults = type.init()
    return ParameterProbe.type(of: defaults)
      .schema(defaultValue: try JSONValue(encoding: defaults))
  }
}
