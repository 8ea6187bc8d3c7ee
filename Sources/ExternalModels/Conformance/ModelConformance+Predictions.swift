import Experiment
import Foundation
import Tensors

extension ModelConformance {
  /// What the order of summation may change of a prediction, relative to its largest value.
  private static let tolerance: Float = 1e-5

  /// Questions about samples that were not learnt.
  /// - Returns: the predictions for all of them
  func judgePredictions(
    _ model: ExternalModel, _ course: ConformanceCourse
  ) throws -> NamedTensors {
    course.begin(.predicts)
    let all = try model.predict(data.test)
    course.judge(.predicts, holds: true, otherwise: "")
    let areFinite = all.tensors.values.allSatisfy { $0.values.allSatisfy(\.isFinite) }
    course.note(.finite, areFinite ? nil : "after \(Self.steps) steps on made-up data they are not")
    course.begin(.repeats)
    let again = try model.predict(data.test)
    course.judge(
      .repeats, holds: Self.bits(again) == Self.bits(all), otherwise: "the second answer differs")
    course.begin(.batches)
    let alone = try model.predict(data.test.gathered(samples: [0]))
    let company = try model.predict(data.test.gathered(samples: [0, 3, 5]))
    course.judge(.batches, holds: true, otherwise: "")
    guard areFinite else { return all }
    let distance: Float =
      role.outputs.map { slot -> Float in
        let first = all.gathered(samples: [0])[slot.name]
        return max(
          Self.distance(first, alone[slot.name]),
          Self.distance(first, company.gathered(samples: [0])[slot.name]))
      }.max() ?? 0
    course.judge(
      .independence, holds: distance <= Self.tolerance,
      otherwise: "alone a sample gets an answer that differs by \(distance) of the largest value")
    try judgeInfluence(model, course, all)
    return all
  }

  /// The same body by both ways.
  func judgeSharing(
    _ model: ExternalModel, _ course: ConformanceCourse, _ predictions: NamedTensors
  ) throws {
    let session = model.conversation.session
    guard session.shared != nil else { return }
    course.begin(.sharing)
    let usual = session.smallestSharedBody
    defer { session.smallestSharedBody = usual }
    session.smallestSharedBody = 0
    let byMemory = try model.predict(data.test)
    session.smallestSharedBody = .max
    let byPipe = try model.predict(data.test)
    course.judge(
      .sharing, holds: Self.bits(byMemory) == Self.bits(byPipe), otherwise: "the answers differ")
  }

  private func judgeInfluence(
    _ model: ExternalModel, _ course: ConformanceCourse, _ predictions: NamedTensors
  ) throws {
    course.begin(.influence)
    let idle = try role.inputs.filter { slot in
      var changed = data.test
      changed[slot.name] = changed[slot.name].map { tensor in
        Tensor(shape: tensor.shape, values: tensor.values.map { $0 * 1.1 + 0.05 })
      }
      return try model.predict(changed) == predictions
    }.map(\.name)
    guard idle.count < role.inputs.count || role.inputs.isEmpty else {
      course.judge(.influence, holds: false, otherwise: "no input changes the output")
      return
    }
    course.note(
      .influence,
      idle.isEmpty ? nil : "without influence: \(idle.joined(separator: ", ")), as may well be")
  }

  /// Bits, since NaN is no equal of itself.
  static func bits(_ tensors: NamedTensors) -> [String: [UInt32]] {
    tensors.tensors.mapValues { $0.values.map(\.bitPattern) }
  }

  private static func distance(_ one: Tensor?, _ other: Tensor?) -> Float {
    guard let one, let other, one.shape == other.shape else { return .infinity }
    let size = one.values.map(abs).max() ?? 0
    let gap = zip(one.values, other.values).map { abs($0 - $1) }.max() ?? 0
    return size > 0 ? gap / size : gap
  }
}
