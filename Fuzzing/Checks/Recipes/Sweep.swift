import Experiment
import Foundation

/// A task recipe with every kind of parameter; it is planned here and never prepared.
struct Sweep: TaskRecipe {
  enum Axis: String, Codable, CaseIterable {
    case speed
    case viscosity
  }

  /// A parameter that only its own decoder can judge.
  enum Split: Codable {
    case published
    case fraction(Double)
  }

  struct Grid: Codable {
    var cells = 64
    var spacing = 0.5
  }

  var axes = [Axis.speed]
  var limit = 0
  var shuffled = true
  var label = "plain"
  var grid = Grid()
  var split = Split.published

  var dataset: any DatasetRecipe { NoData() }

  func prepare(_ data: DataLocation) throws -> any PreparedTask {
    throw AssayError(
      .unmetRequirement, where: "sweep", found: "a call of prepare", expected: "only planning",
      remedy: "use a real task")
  }
}

private struct NoData: DatasetRecipe {
  var identifier: String { "none" }
  var benchmark: String { "none" }
  var parts: [DatasetPart] { [] }
  func generate(_ part: DatasetPart, into folder: URL) throws {}
}
