import Experiment
import Foundation
import Randomness
import Tensors

extension ToyTask {
  private static let times: [Float] = [0, 0.2, 0.4, 0.7, 0.85, 1]
  private static let features = 2

  /// Lines with noise, three tenths of which are not observed: [samples, times, features] and the slopes.
  private static func lines(
    _ samples: Int, _ seed: UInt64
  ) -> (values: Tensor, mask: Tensor, times: Tensor) {
    var stream = RandomStream(seed: seed).stream("lines")
    let shape = [samples, times.count, features]
    var (values, mask) = (Tensor(shape: shape), Tensor(shape: shape))
    for sample in 0..<samples {
      let slope = stream.index(below: 2) == 0 ? -1.0 : 1
      for (time, t) in times.enumerated() {
        for feature in 0..<features {
          let place = (sample * times.count + time) * features + feature
          let isSeen = time == 0 || stream.uniform() < 0.7
          mask.values[place] = isSeen ? 1 : 0
          values.values[place] = Float(slope * Double(t) + stream.uniform(from: -0.1, to: 0.1))
          if !isSeen { values.values[place] = 0 }
        }
      }
    }
    let all = (0..<samples).flatMap { _ in times }
    return (values, mask, Tensor(shape: [samples, times.count], values: all))
  }

  private static var inputs: [Role.Slot] {
    let table = [times.count, features]
    return [
      Role.Slot(name: "values", shape: table, unit: "1"),
      Role.Slot(name: "mask", shape: table, unit: "1"),
      Role.Slot(name: "times", shape: [times.count], unit: "1"),
    ]
  }

  private static func sum(_ inputs: NamedTensors, _ sample: Int) -> Float {
    guard let values = inputs["values"] else { return 0 }
    return values.values[sample * values.rowCount..<(sample + 1) * values.rowCount].reduce(0, +)
  }

  /// Whether noisy lines rise or fall.
  static func series() -> ToyTask {
    @Sendable func answers(_ inputs: NamedTensors) -> NamedTensors {
      let samples = inputs.sampleCount
      let logits = (0..<samples).flatMap { sum(inputs, $0) > 0 ? [Float(0), 1] : [1, 0] }
      return NamedTensors(["logits": Tensor(shape: [samples, 2], values: logits)])
    }
    return ToyTask(
      name: "series",
      role: Role(inputs: inputs, outputs: [Role.Slot(name: "logits", shape: [2], unit: "1")]),
      inputs: { samples, seed in
        let lines = lines(samples, seed)
        return NamedTensors(["values": lines.values, "mask": lines.mask, "times": lines.times])
      }, targets: answers
    ) { predicted, inputs in
      let wanted = try answers(inputs).required("logits").values
      let logits = try predicted.required("logits").values
      var sum = 0.0
      for row in stride(from: 0, to: logits.count, by: 2) {
        let total = exp(Double(logits[row])) + exp(Double(logits[row + 1]))
        sum += log(total) - Double(wanted[row] > 0 ? logits[row] : logits[row + 1])
      }
      return sum
    }
  }

  /// Noisy lines that are to be told where they were observed.
  static func interpolation() -> ToyTask {
    ToyTask(
      name: "interpolation",
      role: Role(
        inputs: inputs + [Role.Slot(name: "asked", shape: [times.count, features], unit: "1")],
        outputs: [Role.Slot(name: "values", shape: [times.count, features], unit: "1")]),
      inputs: { samples, seed in
        let lines = lines(samples, seed)
        return NamedTensors([
          "values": lines.values, "mask": lines.mask, "times": lines.times, "asked": lines.mask,
        ])
      }, targets: { NamedTensors($0["values"].map { ["values": $0] } ?? [:]) }
    ) { predicted, inputs in
      let (values, mask) = (try inputs.required("values"), try inputs.required("mask"))
      let found = try predicted.required("values")
      var sum = 0.0
      for place in values.values.indices {
        let difference = Double(found.values[place] - values.values[place])
        sum += Double(mask.values[place]) * difference * difference
      }
      return sum
    }
  }

  /// Moments of dy = -y dt + 0.3 y dW (Ito): E y = y₀ e^-t, E y² = y₀² e^(-2 + 0.09) t.
  static func moments() -> ToyTask {
    let times: [Float] = [0, 0.25, 0.6, 1]
    @Sendable func answers(_ inputs: NamedTensors) -> NamedTensors {
      guard let initial = inputs["initial"] else { return NamedTensors() }
      let samples = initial.shape[0]
      var (mean, variance) = ([Float](), [Float]())
      for sample in 0..<samples {
        for time in times {
          for start in initial.values[2 * sample..<2 * sample + 2] {
            let first = start * exp(-time)
            mean.append(first)
            variance.append(start * start * exp(-1.91 * time) - first * first)
          }
        }
      }
      let shape = [samples, times.count, 2]
      return NamedTensors([
        "mean": Tensor(shape: shape, values: mean),
        "variance": Tensor(shape: shape, values: variance),
      ])
    }
    return ToyTask(
      name: "moments",
      role: Role(
        inputs: [
          Role.Slot(name: "initial", shape: [2], unit: "1"),
          Role.Slot(name: "times", shape: [times.count], unit: "1"),
        ],
        outputs: ["mean", "variance"].map {
          Role.Slot(name: $0, shape: [times.count, 2], unit: "1")
        }),
      inputs: { samples, seed in
        var stream = RandomStream(seed: seed).stream("initial")
        let values = (0..<2 * samples).map { _ in Float(stream.uniform(from: 0.5, to: 1.5)) }
        return NamedTensors([
          "initial": Tensor(shape: [samples, 2], values: values),
          "times": Tensor(
            shape: [samples, times.count], values: (0..<samples).flatMap { _ in times }),
        ])
      }, targets: answers
    ) { predicted, inputs in
      let truth = answers(inputs)
      var sum = 0.0
      for name in ["mean", "variance"] {
        let (found, wanted) = (try predicted.required(name), try truth.required(name))
        for (a, b) in zip(found.values, wanted.values) { sum += Double(a - b) * Double(a - b) }
      }
      return sum
    }
  }
}
