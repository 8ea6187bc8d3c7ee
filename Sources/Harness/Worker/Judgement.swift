import Experiment

/// What is found out about a trained model: by the task, by the model itself, and by the task under the
/// model's other settings.
struct Judgement {
  let task: any PreparedTask
  let metrics: [MetricUse]

  /// The evaluation of `model`; what belongs to a variant has `@` and the variant's name in its evaluation,
  /// as in `classification@tolerance-0.001`, and no curves.
  func evaluation(of model: any Model) throws -> Evaluation {
    var found = try own(model)
    for variant in (model as? any AccountableModel)?.variants ?? [] {
      found.measurements += try own(variant.model).measurements
        .filter { $0.position == 0 }
        .map { $0.renamed(evaluation: "\($0.evaluation)@\(variant.name)") }
    }
    return found
  }

  private func own(_ model: any Model) throws -> Evaluation {
    var found = try task.evaluate(model, metrics: metrics)
    guard let model = model as? any AccountableModel else { return found }
    let told = try model.account().evaluation(for: metrics)
    found.measurements += told.measurements
    found.curves += told.curves
    return found
  }
}

extension Measurement {
  fileprivate func renamed(evaluation: String) -> Measurement {
    Measurement(
      metric: metric, split: split, evaluation: evaluation, position: position, value: value,
      sampleCount: sampleCount, kind: kind)
  }
}
