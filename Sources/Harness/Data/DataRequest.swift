import Experiment

/// A dataset that a plan needs, with a task that names it.
struct DataRequest {
  let task: RecipeUse
  let dataset: any DatasetRecipe

  /// The datasets of `tasks`, each once, in order of first use.
  static func all(_ tasks: [RecipeUse], catalogue: Catalogue) throws -> [DataRequest] {
    var seen: Set<String> = []
    return try tasks.compactMap { use in
      let dataset = try catalogue.task(use).dataset
      guard seen.insert(dataset.identifier).inserted else { return nil }
      return DataRequest(task: use, dataset: dataset)
    }
  }
}
