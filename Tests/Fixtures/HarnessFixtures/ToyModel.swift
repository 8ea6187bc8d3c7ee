import Experiment
import Foundation
import Randomness
import Tensors

/// A model that behaves as it is told.
package struct ToyModel: ModelRecipe {
  package var behaviour = Behaviour.good
  package var seconds = 0.0

  package init() {}

  package func build(for role: Role, random: RandomStream) throws -> any Model {
    if behaviour == .unmet { throw ModelFailure(.unmetRequirement, "it needs a moon") }
    var stream = random.stream("init")
    return ToyModelState(recipe: self, weight: Float(stream.uniform(from: 1.5, to: 2.5)))
  }
}

struct ToyModelState: Model {
  let recipe: ToyModel
  var weight: Float
  var parameterCount: Int { 1 }

  mutating func fit(
    _ data: TrainingSet, within budget: Budget, random: RandomStream
  ) throws -> TrainingTrace {
    if recipe.seconds > 0 { Thread.sleep(forTimeInterval: recipe.seconds) }
    try recipe.behaviour.act()
    var noise = random.stream("noise")
    for _ in 0..<budget.trainingSteps { weight += Float(noise.normal()) / 1000 }
    return TrainingTrace(
      curves: [Curve(name: "training-loss", axis: "step", positions: [1, 2], values: [1, .nan])],
      steps: budget.trainingSteps)
  }

  func predict(_ inputs: NamedTensors) throws -> NamedTensors {
    let x = try inputs.required("x")
    var values = x.values.map { weight * $0 }
    switch recipe.behaviour {
    case .throwsLate: throw ToyError(text: "the answer went away")
    case .deaf: values = x.values.map { _ in 1 }
    case .notFinite: values = x.values.map { _ in .nan }
    case .infinite: values = x.values.map { _ in .infinity }
    case .partlyNotFinite: values[0] = .nan
    case .wrongShape:
      return NamedTensors(["y": Tensor(shape: [1, 1], values: [0])])
    default: break
    }
    return NamedTensors(["y": Tensor(shape: x.shape, values: values)])
  }
}
