import Experiment
import Randomness

/// A model that does nothing.
struct IdleModel: ModelRecipe {
  func build(for role: Role, random: RandomStream) throws -> any Model { BuiltIdleModel() }
}

struct BuiltIdleModel: Model {
  let parameterCount = 0

  mutating func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) throws
    -> TrainingTrace
  {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors { NamedTensors() }
}
