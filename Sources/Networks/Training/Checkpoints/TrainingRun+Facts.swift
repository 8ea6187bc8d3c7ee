import Foundation
import Randomness
import Tensors

extension TrainingRun {
  /// What a training depends on besides its state, as texts that are equal when it is the same.
  var facts: [String: String] {
    var random = random.stream("checkpoint")
    return ["trainer": trainerText, "data": dataText, "random": String(random.next(), radix: 16)]
  }

  private var trainerText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: (try? encoder.encode(trainer)) ?? Data(), as: UTF8.self)
  }

  /// Each tensor's name, shape and sum of squares, and the transforms' names; other data have the same
  /// text only by intent.
  private var dataText: String {
    let inputs = data.inputs.map { "input \($0) \(text(of: $1))" }.sorted()
    let targets = data.targets.map { "target \($0) \(text(of: $1))" }.sorted()
    let transforms = data.transforms.map { "transform \($0.name)" }
    return (inputs + targets + transforms).joined(separator: ", ")
  }

  private func text(of tensor: Tensor) -> String {
    let sum = tensor.values.withUnsafeBufferPointer { values in
      values.baseAddress.map { Float.reductions.squareSum(values.count, $0) } ?? 0
    }
    return "\(tensor.shape) \(String(sum.bitPattern, radix: 16))"
  }
}
