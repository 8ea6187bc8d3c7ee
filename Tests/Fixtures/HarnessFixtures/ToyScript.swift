import Experiment
import ExternalModels
import Foundation
import Randomness

/// A model that is a program beside the file that names it, as the shelf's `external` is.
package struct ToyScript: LocatedRecipe, PlacedRecipe {
  package var command: [String] = []
  /// The hash of what its numbers depend on.
  package var content = ""
  private var folder: URL?
  private var place: ModelPlace?

  private enum CodingKeys: CodingKey {
    case command, content
  }

  package init() {}

  package func located(in folder: URL) throws -> ToyScript {
    var located = self
    located.folder = folder
    located.content = try ModelContent.hash(
      executable: located.program().executable, command: command, files: [], in: folder)
    return located
  }

  package func placed(at place: ModelPlace) -> ToyScript {
    var placed = self
    placed.place = place
    return placed
  }

  package func build(for role: Role, random: RandomStream) throws -> any Model {
    guard let place else { throw ToyError(text: "it was told no place") }
    return try ExternalModel.start(
      try program(), role: role, parameters: .mapping([:]), seed: 500, at: place)
  }

  private func program() throws -> ModelProgram {
    guard let folder else { throw ToyError(text: "it was not located") }
    return try ModelProgram(
      command: command, in: folder, environment: .mapping([:]), network: .denied,
      writing: .confined)
  }
}
