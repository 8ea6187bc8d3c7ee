import Experiment
import Randomness

/// What an idle model becomes.
struct BuiltIdleModel: Model {
  let parameterCount = 0

  mutating func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) throws
    -> TrainingTrace
  {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors { NamedTensors() }
}
