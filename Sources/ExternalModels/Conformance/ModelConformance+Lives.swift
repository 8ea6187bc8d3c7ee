import Experiment
import Foundation
import Randomness
import Tensors

extension ModelConformance {
  private static let savedFile = "checked-model"

  /// From hello to goodbye.
  func wholeLife(_ course: ConformanceCourse) throws -> NamedTensors {
    var predictions = NamedTensors()
    try start(role) { model in
      course.learn(model.facts)
      course.judge(.starts, holds: true, otherwise: "")
      try train(&model, course)
      predictions = try judgePredictions(model, course)
      try judgeSharing(model, course, predictions)
      try judgeSaving(model, course, predictions)
      try judgeGoodbye(model, course)
    }
    return predictions
  }

  /// The same seed again, and then a question that nobody knows.
  func secondLife(_ course: ConformanceCourse, _ predictions: NamedTensors?) throws {
    try start(role) { model in
      _ = try fit(&model, budget)
      let again = try model.predict(data.test)
      if let predictions {
        course.note(
          .sameSeed,
          Self.bits(again) == Self.bits(predictions)
            ? nil : "two processes with one seed predict otherwise")
      }
      course.begin(.unknown)
      do {
        try model.conversation.askUnknown()
      } catch let failure as ModelFailure where failure.kind == .exited {
        // To end is as good as to refuse.
      }
      course.judge(.unknown, holds: true, otherwise: "")
    }
  }

  func lifeWithoutSteps(_ course: ConformanceCourse) throws {
    try start(role) { model in
      var none = budget
      none.trainingSteps = 0
      let trace = try fit(&model, none)
      _ = try model.predict(data.test)
      course.judge(
        .noSteps, holds: trace.steps == 0, otherwise: "it says that it took \(trace.steps) steps")
    }
  }

  func lifeInAStrangeRole(_ course: ConformanceCourse) throws {
    do {
      try start(.strange) { _ in }
      course.note(.strangeRole, "it took a role with names that nobody knows")
    } catch let failure as ModelFailure {
      switch failure.kind {
      case .unmetRequirement: course.judge(.strangeRole, holds: true, otherwise: "")
      case .raised: course.note(.strangeRole, "it answered: \(failure.reason)")
      default: throw failure
      }
    }
  }

  private func fit(_ model: inout ExternalModel, _ budget: Budget) throws -> TrainingTrace {
    try model.fit(data.training, within: budget, random: RandomStream(seed: 0))
  }

  private func train(_ model: inout ExternalModel, _ course: ConformanceCourse) throws {
    course.begin(.fits)
    let trace = try fit(&model, budget)
    course.judge(
      .fits, holds: trace.steps <= budget.trainingSteps,
      otherwise: "it says that it took \(trace.steps) steps of \(budget.trainingSteps)")
    let losses = trace.curves.first { $0.name == "training-loss" }?.values ?? []
    let hasNone = losses.isEmpty && model.parameterCount > 0
    course.note(.curves, hasNone ? "no 'training-loss' among its progress" : nil)
  }

  private func judgeGoodbye(_ model: ExternalModel, _ course: ConformanceCourse) throws {
    course.begin(.goodbye)
    let farewell = model.conversation.session.sayGoodbye(patience: ExternalModel.byeSeconds)
    let wordless = farewell.unasked.isEmpty ? nil : "it \(farewell.unasked)"
    let ending: String? =
      switch farewell.end {
      case .exited(0): nil
      case let end?: "it \(end.verb)"
      case nil: "it had not ended after \(Int(ExternalModel.byeSeconds)) s and was killed"
      }
    course.judge(
      .goodbye, holds: wordless == nil && ending == nil,
      otherwise: wordless ?? ending ?? "")
  }

  private func judgeSaving(
    _ model: ExternalModel, _ course: ConformanceCourse, _ predictions: NamedTensors
  ) throws {
    guard model.canSave else { return }
    course.begin(.saving)
    try model.save(path: Self.savedFile)
    try model.load(path: Self.savedFile)
    let again = try model.predict(data.test)
    course.judge(
      .saving, holds: Self.bits(again) == Self.bits(predictions),
      otherwise: "it predicts otherwise after loading")
  }
}
