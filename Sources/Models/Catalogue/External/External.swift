import Experiment
import ExternalModels
import Foundation
import Randomness

/// A model of the user's own, in any language: a program that answers the protocol of docs/protocol.md.
public struct External: LocatedRecipe, PlacedRecipe {
  /// The program, looked up in PATH, and its arguments.
  public var command: [String] = []
  /// Files and folders beside the model file that its numbers depend on; the arguments that are such
  /// files when none is given.
  public var files: [String] = []
  /// Folders with code that several models share, from the model file's folder; they may lie outside it,
  /// count like files, and are the program's PYTHONPATH and ASSAY_LIBRARIES.
  public var libraries: [String] = []
  /// Handed to the program as they are.
  public var parameters = JSONValue.mapping([:])
  /// Variables of its environment, texts by name.
  public var environment = JSONValue.mapping([:])
  /// Whether it has a network.
  public var network = NetworkAccess.denied
  /// Where it may write files.
  public var writes = WriteAccess.confined
  /// The hash over the program and the files, which is taken when the model file is read.
  public var content = ""
  private var folder: URL?
  private var place: ModelPlace?

  private enum CodingKeys: CodingKey {
    case command, files, libraries, parameters, environment, network, writes, content
  }

  /// The recipe without a program.
  public init() {}

  /// The recipe with its program and files looked up in `folder`.
  public func located(in folder: URL) throws -> External {
    var located = self
    located.folder = folder
    located.content = try ModelContent.hash(
      executable: try located.program().executable, command: command, files: files,
      libraries: libraries, in: folder)
    return located
  }

  /// The recipe of a model that runs at `place`.
  public func placed(at place: ModelPlace) -> External {
    var placed = self
    placed.place = place
    return placed
  }

  /// Starts the program and asks it whether it can fulfil `role`.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    guard let place else {
      throw AssayError(
        .unmetRequirement, where: "model external", found: "no folder for its files",
        expected: "a recipe that was placed", remedy: "run the model through the harness")
    }
    var seeds = random.stream("external")
    return try ExternalModel.start(
      try program(), role: role, parameters: parameters,
      seed: UInt32(truncatingIfNeeded: seeds.next()), at: place)
  }

  /// The program of the recipe, once it is located.
  /// - Throws: `AssayError` (bad input) when it is not installed
  public func program() throws -> ModelProgram {
    guard let folder else {
      throw AssayError(
        .badInput, where: "model external", found: "a text without a folder",
        expected: "a model file, beside which the program's files are looked up",
        remedy: "save the text as a file and name that")
    }
    return try ModelProgram(
      command: command, in: folder, environment: environment, libraries: libraries,
      network: network, writing: writes)
  }
}
