import Experiment
import Foundation
import Randomness
import Tensors

/// A small task that the laws of models are tried on.
struct ToyTask: Sendable {
  let name: String
  let role: Role
  /// Inputs of so many samples from a seed.
  let inputs: @Sendable (Int, UInt64) -> NamedTensors
  /// The right answers; none where there is nothing to compare with.
  let targets: @Sendable (NamedTensors) -> NamedTensors
  /// How wrong predictions for these inputs are; lower is better.
  let error: @Sendable (_ predicted: NamedTensors, _ inputs: NamedTensors) throws -> Double

  var trainingSet: TrainingSet {
    let (training, validation) = (inputs(12, 1), inputs(4, 2))
    return TrainingSet(
      inputs: training, targets: targets(training), validationInputs: validation,
      validationTargets: targets(validation))
  }
}

extension ToyTask {
  /// A flow that decays.
  static func flow() -> ToyTask {
    // the smallest height that four halvings leave a pixel of
    let role = ToyFlow.role(height: 16, width: 17)
    return ToyTask(
      name: "flow", role: role, inputs: { ToyFlow.inputs(role, samples: $0, seed: $1) },
      targets: { ToyFlow.targets($0) }
    ) { predicted, inputs in
      let wanted = try ToyFlow.targets(inputs).required("velocity")
      let mask = try inputs.required("mask")
      let points = mask.rowCount
      return zip(try predicted.required("velocity").values, wanted.values).enumerated()
        .reduce(0) { sum, entry in
          let sample = entry.offset / (2 * points)
          let weight = Double(mask.values[sample * points + entry.offset % points])
          let difference = Double(entry.element.0) - Double(entry.element.1)
          return sum + weight * difference * difference
        }
    }
  }

  /// Images of 4 x 4 noisy pixels, a bright column in one of the first three: its number is the class.
  static func images() -> ToyTask {
    let (side, classes) = (4, 3)
    @Sendable func answers(_ inputs: NamedTensors) -> NamedTensors {
      guard let image = inputs["image"] else { return NamedTensors() }
      var logits = Tensor(shape: [image.shape[0], classes])
      for sample in 0..<image.shape[0] {
        // a column's first two pixels: twice 0.8 beside noise of at most 0.2
        let sums = (0..<classes).map { column in
          image.values[sample * side * side + column]
            + image.values[sample * side * side + side + column]
        }
        logits.values[sample * classes + (sums.indices.max { sums[$0] < sums[$1] } ?? 0)] = 1
      }
      return NamedTensors(["logits": logits])
    }
    return ToyTask(
      name: "images",
      role: Role(
        inputs: [Role.Slot(name: "image", shape: [1, side, side], unit: "1")],
        outputs: [Role.Slot(name: "logits", shape: [classes], unit: "1")]),
      inputs: { samples, seed in
        var stream = RandomStream(seed: seed).stream("image")
        let values = (0..<samples).flatMap { _ in
          let column = stream.index(below: classes)
          return (0..<side * side).map {
            Float(stream.uniform(from: 0, to: 0.2) + ($0 % side == column ? 0.8 : 0))
          }
        }
        return NamedTensors(["image": Tensor(shape: [samples, 1, side, side], values: values)])
      }, targets: answers
    ) { predicted, inputs in
      let wanted = try answers(inputs).required("logits").values
      let logits = try predicted.required("logits").values
      return stride(from: 0, to: logits.count, by: classes).reduce(0) { sum, row in
        let range = row..<row + classes
        let total = range.reduce(0) { $0 + exp(Double(logits[$1])) }
        return range.reduce(sum) {
          $0 + Double(wanted[$1]) * (log(total) - Double(logits[$1]))
        }
      }
    }
  }

  /// Trajectories of y' = -y³ in either component at five times: y(t) = y₀ / √(1 + 2 y₀² t).
  static func trajectories() -> ToyTask {
    let times: [Float] = [0, 0.2, 0.5, 0.75, 1]
    @Sendable func answers(_ inputs: NamedTensors) -> NamedTensors {
      guard let initial = inputs["initial"] else { return NamedTensors() }
      var values: [Float] = []
      for sample in 0..<initial.shape[0] {
        for time in times {
          for y in initial.values[2 * sample..<2 * sample + 2] {
            values.append(y / (1 + 2 * y * y * time).squareRoot())
          }
        }
      }
      return NamedTensors([
        "states": Tensor(shape: [initial.shape[0], times.count, 2], values: values)
      ])
    }
    return ToyTask(
      name: "trajectories",
      role: Role(
        inputs: [
          Role.Slot(name: "initial", shape: [2], unit: "1"),
          Role.Slot(name: "times", shape: [times.count], unit: "1"),
        ], outputs: [Role.Slot(name: "states", shape: [times.count, 2], unit: "1")]),
      inputs: { samples, seed in
        var stream = RandomStream(seed: seed).stream("initial")
        let values = (0..<2 * samples).map { _ in Float(stream.uniform(from: -1.5, to: 1.5)) }
        return NamedTensors([
          "initial": Tensor(shape: [samples, 2], values: values),
          "times": Tensor(
            shape: [samples, times.count], values: (0..<samples).flatMap { _ in times }),
        ])
      }, targets: answers
    ) { predicted, inputs in
      let wanted = try answers(inputs).required("states").values
      return zip(try predicted.required("states").values, wanted).reduce(0.0) { sum, pair in
        sum + Double(pair.0 - pair.1) * Double(pair.0 - pair.1)
      }
    }
  }

  /// Points of a normal density with the deviations 0.5 and 1.5; the error is the negative log-likelihood.
  static func densities() -> ToyTask {
    ToyTask(
      name: "densities",
      role: Role(
        inputs: [Role.Slot(name: "points", shape: [2], unit: "1")],
        outputs: [Role.Slot(name: "log-density", shape: [1], unit: "nat")]),
      inputs: { samples, seed in
        var stream = RandomStream(seed: seed).stream("points")
        let values = (0..<samples).flatMap { _ in
          [Float(0.5 * stream.normal()), Float(1.5 * stream.normal())]
        }
        return NamedTensors(["points": Tensor(shape: [samples, 2], values: values)])
      }, targets: { _ in NamedTensors() }
    ) { predicted, _ in
      try predicted.required("log-density").values.reduce(0) { $0 - Double($1) }
    }
  }
}
