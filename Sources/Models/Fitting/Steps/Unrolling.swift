import Experiment
import Networks
import Tensors

/// Samples with the fields of several steps as targets, so that a network can be trained on its own
/// output: the frames of a case stand one behind the other, and a sample is followed by the next one
/// when its target is the next one's input.
struct Unrolling {
  /// Steps that the network takes on its own output.
  let steps: Int

  /// The target `steps` ahead; that of one step is the role's own.
  static func target(_ step: Int) -> String { step == 1 ? "velocity" : "velocity+\(step)" }

  /// The samples that are followed by enough others, with the targets of all steps.
  /// - Throws: `AssayError` (unmet requirement) when there is none.
  func samples(_ inputs: [String: Tensor], _ targets: [String: Tensor]) throws -> SampleSet {
    guard steps > 1, let given = inputs["velocity"], let asked = targets["velocity"] else {
      return SampleSet(inputs: inputs, targets: targets)
    }
    let isFollowed = (0..<max(asked.shape[0] - 1, 0)).map { sample in
      asked.values[sample * asked.rowCount..<(sample + 1) * asked.rowCount]
        .elementsEqual(
          given.values[(sample + 1) * asked.rowCount..<(sample + 2) * asked.rowCount])
    }
    let starts = (0..<max(asked.shape[0] - steps + 1, 0)).filter { start in
      isFollowed[start..<start + steps - 1].allSatisfy(\.self)
    }
    guard !starts.isEmpty else {
      throw AssayError(
        .unmetRequirement, where: "unrolled training", found: "no \(steps) successive samples",
        expected: "trajectories of at least \(steps + 1) frames",
        remedy: "lower the model's 'unrolledSteps'")
    }
    var extended: [String: Tensor] = [:]
    for step in 1...steps {
      extended[Self.target(step)] = asked.gathered(rows: starts.map { $0 + step - 1 })
    }
    return SampleSet(
      inputs: inputs.mapValues { $0.gathered(rows: starts) }, targets: extended)
  }
}
