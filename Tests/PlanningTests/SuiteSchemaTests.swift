import Foundation
import Planning
import TestSupport
import Testing

@Suite struct SuiteSchemaTests {
  /// A document that the schema accepts, to be spoilt.
  private static let suite = """
    {"schema": 1, "id": "example", "title": "Example", "summary": "s", "reference": "r",
    "metrics": {"mse": "power-error", "quartic": {"power-error": {"exponent": 4}}},
    "tasks": [{"id": "fast", "title": "Fast", "summary": "s",
    "task": {"sweep-task": {"sweeps": ["speed"], "grid": {"cells": 32}}}, "metrics": ["mse"],
    "primary": [{"metric": "mse", "evaluation": "one-step"}],
    "profiles": {"quick": {"caseLimit": 20}}}],
    "models": [{"id": "still", "title": "Still", "summary": "s", "model": "persistence"},
    {"id": "waves", "title": "Waves", "summary": "s", "model": {"wave-net": null},
    "profiles": {"quick": {"width": 16}}, "budgets": {"quick": {"trainingSteps": 5}}}],
    "profiles": {"quick": {"seeds": [0, 1], "tasks": "all", "models": ["still"],
    "budget": {"wallSeconds": 2.5}}},
    "questions": [{"ask": "saving", "reference": "still"},
    {"ask": "contrast", "title": "Both", "first": ["waves"], "second": ["still"],
    "cost": {"metric": "mse", "evaluation": "one-step"}}]}
    """

  private func violations(_ text: String) throws -> [String] {
    let schema = try SchemaChecker(SuiteSchema.json(catalogue: Example.catalogue))
    return schema.violations(try JSONSerialization.jsonObject(with: Data(text.utf8)))
  }

  @Test func aGoodSuiteIsAccepted() throws {
    #expect(try violations(Self.suite) == [])
  }

  @Test(arguments: [
    (#""title": "Example", "#, ""),
    (#""title": "Example""#, #""titel": "Example""#),
    (#""schema": 1"#, #""schema": 2"#),
    (#""id": "example""#, #""id": "An Example""#),
    (#"{"exponent": 4}"#, #"{"exponent": "four"}"#),
    (#""model": "persistence""#, #""model": "persistance""#),
    (#"["speed"]"#, #"["sped"]"#),
    (#"{"cells": 32}"#, #"{"cell": 32}"#),
    (#"{"cells": 32}"#, #"{"cells": 32.5}"#),
    (#"{"caseLimit": 20}"#, #"{"caseLimits": 20}"#),
    (#"{"width": 16}"#, #"{"depth": 16}"#),
    (#"{"quick": {"width"#, #"{"fast": {"width"#),
    (#"{"trainingSteps": 5}"#, #"{"steps": 5}"#),
    (#""seeds": [0, 1]"#, #""seeds": []"#),
    (#""seeds": [0, 1]"#, #""seeds": [0, -1]"#),
    (#""tasks": "all""#, #""tasks": "every""#),
    (#""ask": "saving""#, #""ask": "losing""#),
    (#""title": "Both", "#, ""),
    (#""first": ["waves"]"#, #""first": []"#),
  ])
  func whatTheReaderRefusesTheSchemaRefuses(old: String, new: String) throws {
    #expect(Self.suite.contains(old))
    #expect(try violations(Self.suite.replacing(old, with: new)) != [])
  }

  @Test func theSchemaOfSuitesIsAsRecorded() throws {
    try Golden.check(SuiteSchema.json(catalogue: Example.catalogue), "suite.schema.json")
  }

  @Test func aModelFileHasASchemaOfItsOwn() throws {
    let schema = try SchemaChecker(SuiteSchema.modelFileJSON(catalogue: Example.catalogue))
    let model: [String: Any] = [
      "schema": 1, "id": "mine", "title": "Mine", "summary": "s",
      "model": ["wave-net": ["width": 64]], "profiles": ["quick": ["width": 8]],
    ]
    #expect(schema.violations(model) == [])
    var spoilt = model
    spoilt["profiles"] = ["quick": ["widht": 8]]
    #expect(schema.violations(spoilt) == [".profiles.quick: additional widht"])
  }
}
