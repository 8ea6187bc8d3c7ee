import Experiment
import Foundation
import Networks
import Randomness
import Tensors

/// A flow that decays: the next velocity is 0.7 times the last one inside the mask. Parameters and time
/// tell nothing.
enum ToyFlow {
  /// What a step from one velocity to the next is given, or without `velocity` what a direct model is.
  static func role(
    height: Int = 8, width: Int = 9, parameters: Int = 2, isDirect: Bool = false
  ) -> Role {
    let velocity = Role.Slot(name: "velocity", shape: [2, height, width], unit: "m/s")
    return Role(
      inputs: (isDirect ? [] : [velocity]) + [
        Role.Slot(name: "mask", shape: [1, height, width], unit: "1"),
        Role.Slot(name: "parameters", shape: [parameters], unit: "1"),
        Role.Slot(name: "time", shape: [1], unit: "1"),
      ], outputs: [velocity])
  }

  static func inputs(_ role: Role, samples: Int, seed: UInt64) -> NamedTensors {
    var inputs = NamedTensors()
    for slot in role.inputs {
      var stream = RandomStream(seed: seed).stream(slot.name)
      let count = slot.shape.reduce(1, *)
      var values: [Float] = []
      for _ in 0..<samples {
        switch slot.name {
        case "velocity": values += field(slot, &stream)
        case "mask": values += (0..<count).map { _ in stream.uniform() < 0.9 ? 1 : 0 }
        default: values += (0..<count).map { _ in Float(stream.uniform(from: -1, to: 1)) }
        }
      }
      inputs[slot.name] = Tensor(shape: [samples] + slot.shape, values: values)
    }
    return inputs
  }

  /// Each component a wave along the columns of random height and phase.
  private static func field(_ slot: Role.Slot, _ stream: inout RandomStream) -> [Float] {
    let width = slot.shape[2]
    var values: [Float] = []
    for _ in 0..<slot.shape[0] {
      let amplitude = stream.uniform(from: 0.5, to: 2)
      let phase = stream.uniform(from: 0, to: 1)
      values += (0..<slot.shape[1] * width).map {
        Float(amplitude * (1 + 0.3 * sin(2 * .pi * (Double($0 % width) / Double(width) + phase))))
      }
    }
    return values
  }

  static func targets(_ inputs: NamedTensors) -> NamedTensors {
    NamedTensors(["velocity": inputs["velocity"].map(decayed)].compactMapValues(\.self))
  }

  private static func decayed(_ velocity: Tensor) -> Tensor {
    Tensor(shape: velocity.shape, values: velocity.values.map { 0.7 * $0 })
  }

  static func trainingSet(_ role: Role) -> TrainingSet {
    let training = inputs(role, samples: 12, seed: 1)
    let validation = inputs(role, samples: 4, seed: 2)
    return TrainingSet(
      inputs: training, targets: targets(training), validationInputs: validation,
      validationTargets: targets(validation))
  }
}
