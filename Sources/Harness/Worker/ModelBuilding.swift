import Experiment
import Foundation

/// The one place in which the model of an order becomes a recipe that can be built here.
struct ModelBuilding {
  let order: CellOrder
  let catalogue: Catalogue
  /// The folder for files of the model.
  let scratch: URL

  /// The recipe, its files looked up and its place told.
  /// - Throws: `ModelFailure` when its files are not those that the cell was planned with: its numbers
  ///   would be stored under the key of others
  func recipe() throws -> any ModelRecipe {
    let planned = try catalogue.model(order.cell.model)
    return placed(try (planned as? any LocatedRecipe).map(located) ?? planned)
  }

  private func located(_ planned: any LocatedRecipe) throws -> any ModelRecipe {
    guard !order.cell.modelFolder.isEmpty else { return planned }
    let folder = URL(filePath: order.cell.modelFolder, directoryHint: .isDirectory)
    let located = try planned.located(in: folder)
    guard try JSONValue(encoding: located) == JSONValue(encoding: planned) else {
      throw ModelFailure(
        .raised,
        "the program of model '\(order.cell.identity.model)', or a file that it depends on, has changed "
          + "since the run was planned; start the run again, so that the cell gets the key of what is "
          + "there now")
    }
    return located
  }

  private func placed(_ recipe: any ModelRecipe) -> any ModelRecipe {
    guard let recipe = recipe as? any PlacedRecipe else { return recipe }
    return recipe.placed(
      at: ModelPlace(scratch: scratch, threads: order.threads, budget: order.cell.budget))
  }
}
