import Experiment

/// The answers to what a suite asks of its models together, task by task.
public enum SuiteAnswers {
  /// The answers on every task on which some model told a cost that is asked for; none when the suite asks
  /// nothing. Intervals are over seeds, at 95 %, and not corrected for their number.
  public static func make(
    frame: ResultFrame, suite: SuiteDescription, profile: Profile
  ) -> [TaskAnswers] {
    guard !suite.questions.isEmpty else { return [] }
    let table = CellIndex(frame, profile: profile)
    return suite.tasks.compactMap { task in
      let runs = TaskRuns(suite: suite.id, task: task.id, table: table)
      return answers(task, runs, suite)
    }
  }

  private static func answers(
    _ task: SuiteDescription.TaskEntry, _ runs: TaskRuns, _ suite: SuiteDescription
  ) -> TaskAnswers? {
    let models = runs.table.models(of: suite, task: task.id)
    let costs = Set(suite.questions.map(\.cost.metric))
    guard let quality = task.primary.first(where: { !costs.contains($0.metric) }),
      suite.metrics[quality.metric] != nil,
      suite.questions.contains(where: { question in
        models.contains { isTold(question.cost, by: $0, runs) }
      })
    else { return nil }
    let values = models.flatMap { model in
      runs.seeds(model).compactMap { runs.cell(model, $0)?.value(quality).number }
    }
    let scale = QualityScale(suite.definition(of: quality), values: values)
    var answers = TaskAnswers(
      task: task.id, quality: quality, direction: scale.direction, scale: scale.scale,
      savings: [], contrasts: [])
    let all = suite.questions.compactMap { question -> SavingMaker? in
      guard case .saving(let reference, let cost, let settings) = question else { return nil }
      return SavingMaker(
        reference: reference,
        front: FrontMaker(
          runs: runs, quality: quality, scale: scale, cost: cost, family: settings))
    }
    // A reference that was not run here is one of other tasks, unless there is no other one.
    let present = all.filter { models.contains($0.reference) }
    let makers = present.isEmpty ? all : present
    answers.savings = makers.map { saving($0, among: models) }
    answers.contrasts = suite.questions.compactMap { question in
      guard case .contrast(let title, let first, let second, let cost) = question else {
        return nil
      }
      let change = GroupChange(
        runs: runs, first: first.filter(models.contains), second: second.filter(models.contains))
      return contrast(
        title, change, answers, cost: cost, front: makers.first { $0.cost == cost }?.front)
    }
    return answers
  }

  private static func saving(_ maker: SavingMaker, among models: [String]) -> TaskAnswers.Saving {
    TaskAnswers.Saving(
      reference: maker.reference, cost: maker.cost,
      referenceQuality: maker.mean(maker.reference, maker.front.quality),
      referenceCost: maker.mean(maker.reference, maker.cost), settings: maker.settings,
      methods: models.filter {
        $0 != maker.reference && isAsked(maker.cost, of: $0, maker.runs)
      }.map(maker.saving))
  }

  /// Whether a model tells the cost, or would if it had not failed.
  private static func isAsked(_ cost: Quantity, of model: String, _ runs: TaskRuns) -> Bool {
    isTold(cost, by: model, runs)
      || runs.seeds(model).allSatisfy { runs.cell(model, $0)?.state != .done }
  }

  private static func isTold(_ cost: Quantity, by model: String, _ runs: TaskRuns) -> Bool {
    runs.seeds(model).contains { runs.cell(model, $0)?.value(cost).number != nil }
  }

  private static func contrast(
    _ title: String, _ change: GroupChange, _ answers: TaskAnswers, cost: Quantity,
    front: FrontMaker?
  ) -> ContrastAnswer {
    ContrastAnswer(
      title: title, first: change.first, second: change.second,
      quality: change.answer(answers.quality, scale: answers.scale),
      cost: change.answer(cost, scale: .ratio),
      costAtEqualQuality: front?.answer(change.first, against: change.second),
      training: change.answer(CostQuantities.training, scale: .ratio),
      prediction: change.answer(CostQuantities.prediction, scale: .ratio))
  }
}
