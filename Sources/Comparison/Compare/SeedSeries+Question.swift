import Experiment

extension SeedSeries {
  init(_ question: Question, model: String, table: CellIndex) {
    self.init(
      suite: question.suite.id, task: question.task, model: model, quantity: question.quantity,
      table: table)
  }
}
