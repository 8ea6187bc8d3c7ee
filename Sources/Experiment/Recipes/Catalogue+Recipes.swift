import Foundation

extension Catalogue {
  /// The task that `use` names.
  public func task(_ use: RecipeUse) throws -> any TaskRecipe {
    guard let type = tasks[use.name] else { throw unknown(use, "task", tasks.keys.sorted()) }
    return try JSONDecoder().decode(type, from: Data(use.parameters.utf8))
  }

  /// The model that `use` names.
  public func model(_ use: RecipeUse) throws -> any ModelRecipe {
    guard let type = models[use.name] else { throw unknown(use, "model", models.keys.sorted()) }
    return try JSONDecoder().decode(type, from: Data(use.parameters.utf8))
  }

  /// The metric that `use` names.
  public func metric(_ use: RecipeUse) throws -> any Metric {
    guard let type = metrics[use.name] else { throw unknown(use, "metric", metrics.keys.sorted()) }
    return try JSONDecoder().decode(type, from: Data(use.parameters.utf8))
  }

  private func unknown(_ use: RecipeUse, _ kind: String, _ names: [String]) -> AssayError {
    AssayError(
      .badInput, where: "\(kind) '\(use.name)'", found: "no such \(kind)",
      expected: "one of \(names.joined(separator: ", "))",
      remedy: "correct the name or update the program")
  }
}
