import Experiment
import Foundation
import Randomness
import Tensors

extension ToyTask {
  /// Images of 4 x 5 noisy pixels of three colours, one of which is brighter: its number is the class.
  static func colours() -> ToyTask {
    let (shape, colours) = ([3, 4, 5], 3)
    @Sendable func answers(_ inputs: NamedTensors) -> NamedTensors {
      guard let image = inputs["image"] else { return NamedTensors() }
      var logits = Tensor(shape: [image.shape[0], colours])
      let pixels = shape[1] * shape[2]
      for sample in 0..<image.shape[0] {
        let sums = (0..<colours).map { colour in
          let start = (sample * colours + colour) * pixels
          return image.values[start..<start + pixels].reduce(0, +)
        }
        logits.values[sample * colours + (sums.indices.max { sums[$0] < sums[$1] } ?? 0)] = 1
      }
      return NamedTensors(["logits": logits])
    }
    return ToyTask(
      name: "colours",
      role: Role(
        inputs: [Role.Slot(name: "image", shape: shape, unit: "1")],
        outputs: [Role.Slot(name: "logits", shape: [colours], unit: "1")]),
      inputs: { samples, seed in
        var stream = RandomStream(seed: seed).stream("colours")
        let pixels = shape[1] * shape[2]
        let values = (0..<samples).flatMap { _ in
          let bright = stream.index(below: colours)
          return (0..<colours * pixels).map {
            Float(stream.uniform(from: 0.2, to: 0.6) + ($0 / pixels == bright ? 0.2 : 0))
          }
        }
        return NamedTensors(["image": Tensor(shape: [samples] + shape, values: values)])
      }, targets: answers
    ) { predicted, inputs in
      let wanted = try answers(inputs).required("logits").values
      let logits = try predicted.required("logits").values
      return stride(from: 0, to: logits.count, by: colours).reduce(0) { sum, row in
        let range = row..<row + colours
        let total = range.reduce(0) { $0 + exp(Double(logits[$1])) }
        return range.reduce(sum) { $0 + Double(wanted[$1]) * (log(total) - Double(logits[$1])) }
      }
    }
  }
}
