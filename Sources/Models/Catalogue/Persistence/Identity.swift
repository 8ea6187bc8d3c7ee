import Experiment
import Randomness

/// Persistence: the next velocity is the last one. Learns nothing; what every skill is against.
public struct Identity: ModelRecipe {
  /// The recipe; it has no parameters.
  public init() {}

  /// The model, which needs nothing of `role` but an input of the output's name and shape.
  public func build(for role: Role, random: RandomStream) throws -> any Model {
    for output in role.outputs where role.input(output.name)?.shape != output.shape {
      throw AssayError(
        .unmetRequirement, where: "model identity",
        found: "no input '\(output.name)' of \(output.shape)",
        expected: "the last known value of every output among the inputs",
        remedy: "use the model in a task that predicts the next state from the last")
    }
    return PersistenceForecast(names: role.outputs.map(\.name))
  }
}
