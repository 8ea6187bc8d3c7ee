import Experiment
import Foundation

/// The JSON Schema (draft 2020-12) of suite and model files, with every recipe's parameters, so that
/// editors complete and check them while one types.
public enum SuiteSchema {
  /// The schema of `suite.yaml`.
  public static func json(catalogue: Catalogue) throws -> String {
    let shelves = try Shelves(catalogue)
    return try document(
      title: "Assay suite", shelves: shelves,
      schema: SchemaForm.object(SuiteForm.suite, suiteProperties))
  }

  /// The schema of a model file, as in `assay run cfdbench --model my.yaml`.
  public static func modelFileJSON(catalogue: Catalogue) throws -> String {
    let shelves = try Shelves(catalogue)
    var properties = modelProperties
    properties["schema"] = version
    return try document(
      title: "Assay model", shelves: shelves,
      schema: SchemaForm.object(SuiteForm.modelFile, properties)
        .merging(shelves.overlays("model")) { first, _ in first })
  }

  /// The recipes as definitions.
  private struct Shelves {
    var definitions: [String: JSONValue] = [:]
    var names: [String: [String]] = [:]

    init(_ catalogue: Catalogue) throws {
      try add("task", catalogue.tasks)
      try add("model", catalogue.models)
      try add("metric", catalogue.metrics)
    }

    private mutating func add(_ kind: String, _ shelf: [String: any Recipe.Type]) throws {
      names[kind] = shelf.keys.sorted()
      definitions["\(kind)-recipe"] = SchemaForm.recipe(kind, names: shelf.keys.sorted())
      for (name, type) in shelf {
        definitions["\(kind)-parameters-\(name)"] = try SchemaForm.parameters(of: type)
      }
    }

    /// The rules that tie the overlays of `profiles:` to the recipe of the entry.
    func overlays(_ kind: String) -> [String: JSONValue] {
      ["allOf": .list((names[kind] ?? []).map { SchemaForm.overlayRule(kind, name: $0) })]
    }
  }

  private static func document(
    title: String, shelves: Shelves, schema: [String: JSONValue]
  ) throws -> String {
    var definitions = shelves.definitions
    definitions["task"] = .mapping(
      SchemaForm.object(SuiteForm.task, taskProperties)
        .merging(shelves.overlays("task")) { first, _ in first })
    definitions["model"] = .mapping(
      SchemaForm.object(SuiteForm.model, modelProperties)
        .merging(shelves.overlays("model")) { first, _ in first })
    definitions["profile"] = .mapping(SchemaForm.object(SuiteForm.profile, profileProperties))
    definitions["budget"] = ParameterProbe.type(of: Budget())
      .schema(defaultValue: try JSONValue(encoding: Budget()))
    var root = schema
    root["$schema"] = .text("https://json-schema.org/draft/2020-12/schema")
    root["title"] = .text(title)
    root["$defs"] = .mapping(definitions)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(JSONValue.mapping(root)), as: UTF8.self) + "\n"
  }

  private static let version = JSONValue.mapping(["const": .integer(Suite.schemaVersion)])

  private static let suiteProperties: [String: JSONValue] = [
    "schema": version, "id": SchemaForm.identifier, "title": SchemaForm.text,
    "summary": SchemaForm.text, "reference": SchemaForm.text,
    "metrics": .mapping([
      "type": .text("object"), "minProperties": .integer(1),
      "propertyNames": SchemaForm.identifier,
      "additionalProperties": SchemaForm.reference("metric-recipe"),
    ]),
    "tasks": SchemaForm.list(of: SchemaForm.reference("task")),
    "models": SchemaForm.list(of: SchemaForm.reference("model")),
    "profiles": SchemaForm.byProfile(SchemaForm.reference("profile"), least: 1),
    "questions": SchemaForm.list(of: SchemaForm.question),
  ]

  private static let taskProperties: [String: JSONValue] = [
    "id": SchemaForm.identifier, "title": SchemaForm.text, "summary": SchemaForm.text,
    "task": SchemaForm.reference("task-recipe"),
    "metrics": SchemaForm.list(of: SchemaForm.identifier),
    "primary": SchemaForm.list(
      of: SchemaForm.quantity),
    "models": SchemaForm.selection,
    "profiles": SchemaForm.byProfile(.mapping(["type": .text("object")]), least: 0),
  ]

  private static let modelProperties: [String: JSONValue] = [
    "id": SchemaForm.identifier, "title": SchemaForm.text, "summary": SchemaForm.text,
    "model": SchemaForm.reference("model-recipe"),
    "profiles": SchemaForm.byProfile(.mapping(["type": .text("object")]), least: 0),
    "budgets": SchemaForm.byProfile(SchemaForm.reference("budget"), least: 0),
  ]

  private static let profileProperties: [String: JSONValue] = [
    "seeds": SchemaForm.list(
      of: .mapping(["type": .text("integer"), "minimum": .integer(0)])),
    "tasks": SchemaForm.selection, "models": SchemaForm.selection,
    "budget": SchemaForm.reference("budget"),
  ]
}
