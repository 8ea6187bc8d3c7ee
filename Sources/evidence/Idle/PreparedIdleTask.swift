import Experiment

/// An idle task, which needs no data.
struct PreparedIdleTask: PreparedTask {
  let role = Role(inputs: [], outputs: [])
  let training = TrainingSet(
    inputs: NamedTensors(), targets: NamedTensors(), validationInputs: NamedTensors(),
    validationTargets: NamedTensors())

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    Evaluation(measurements: [
      Measurement(
        metric: "nothing", split: "test", evaluation: "one-step", value: .value(0), sampleCount: 1)
    ])
  }
}
