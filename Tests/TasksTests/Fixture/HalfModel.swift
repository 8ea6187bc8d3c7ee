import Experiment
import Randomness
import Tensors

/// A model that predicts one component of two.
struct HalfModel: Model {
  let parameterCount = 0

  func fit(_ data: TrainingSet, within budget: Budget, random: RandomStream) -> TrainingTrace {
    TrainingTrace()
  }

  func predict(_ inputs: NamedTensors) -> NamedTensors {
    NamedTensors(["velocity": Tensor(shape: [inputs.sampleCount, 1, 8, 8])])
  }
}
