import Experiment
import Planning

/// The datasets that the selected cells need, each once.
struct DatasetsOfPlans {
  let selection: Selection
  let workspace: Workspace

  /// Datasets with the first task that needs them, in the order of the plans.
  func all() throws -> [(task: String, dataset: any DatasetRecipe)] {
    var selection = selection
    if selection.suites.isEmpty { selection.all = true }
    var seen: Set<String> = []
    return try selection.plans(in: workspace).flatMap(\.cells).compactMap { cell in
      let dataset = try Catalogue.assay.task(cell.task).dataset
      guard seen.insert(dataset.identifier).inserted else { return nil }
      return ("\(cell.identity.suite)/\(cell.identity.task)", dataset)
    }
  }
}
