import Experiment
import Randomness
import Tensors

/// Samples of a role that mean nothing: normal numbers, and targets that follow from the inputs where an
/// output has the form of one.
struct MadeUpData {
  static let trainingSamples = 12
  static let testSamples = 8

  let training: TrainingSet
  /// Inputs that were not learnt from.
  let test: NamedTensors

  init(_ role: Role) {
    let random = RandomStream(seed: 0).stream("check-model")
    let inputs = Self.inputs(of: role, Self.trainingSamples, random.stream("training"))
    let validation = Self.inputs(of: role, Self.testSamples, random.stream("validation"))
    training = TrainingSet(
      inputs: inputs, targets: Self.targets(of: role, inputs, random.stream("targets")),
      validationInputs: validation,
      validationTargets: Self.targets(of: role, validation, random.stream("validation-targets")))
    test = Self.inputs(of: role, Self.testSamples, random.stream("test"))
  }

  private static func inputs(
    of role: Role, _ samples: Int, _ random: RandomStream
  ) -> NamedTensors {
    NamedTensors(
      Dictionary(
        role.inputs.map { ($0.name, numbers($0, samples, random.stream($0.name))) }
      ) { first, _ in first })
  }

  private static func targets(
    of role: Role, _ inputs: NamedTensors, _ random: RandomStream
  ) -> NamedTensors {
    let pairs = role.outputs.map { slot in
      let alike = inputs[slot.name].flatMap { $0.shape.dropFirst() == slot.shape[...] ? $0 : nil }
      let target =
        alike.map { Tensor(shape: $0.shape, values: $0.values.map { 0.9 * $0 + 0.1 }) }
        ?? numbers(slot, inputs.sampleCount, random.stream(slot.name))
      return (slot.name, target)
    }
    return NamedTensors(Dictionary(pairs) { first, _ in first })
  }

  private static func numbers(
    _ slot: Role.Slot, _ samples: Int, _ random: RandomStream
  ) -> Tensor {
    var random = random
    let count = samples * slot.shape.reduce(1, *)
    return Tensor(
      shape: [samples] + slot.shape, values: (0..<count).map { _ in Float(random.normal()) })
  }
}
