import Experiment
import Randomness

/// Answers with its inputs of the same name.
struct PersistenceForecast: Model {
  let names: [String]

  var parameterCount: Int { 0 }

  func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    var outputs = NamedTensors()
    for name in names { outputs[name] = try inputs.required(name) }
    return outputs
  }
}
