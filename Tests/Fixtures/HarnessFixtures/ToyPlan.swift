import Experiment
import Foundation
import Planning
import Randomness

/// Plans of toy cells, made by code so that a test says what it needs and no more.
package struct ToyPlan: Sendable {
  /// Over all samples, and of the last one alone.
  package static let headlines = ["one-step", "last-sample"].map {
    Quantity(metric: "error", evaluation: $0)
  }
  private static let suiteName = "toys"
  private static let taskName = "double"

  package var models: [(name: String, model: ToyModel)]
  package var seeds = 0..<1
  package var task = ToyTask()
  package var budget = Budget(
    trainingSteps: 3, batchSize: 2, wallSeconds: 30, memoryMebibytes: 600)

  package init(_ models: [(String, ToyModel)]) {
    self.models = models.map { (name: $0.0, model: $0.1) }
  }

  /// One model a behaviour, named after it.
  package init(behaviours: [ToyModel.Behaviour]) {
    self.init(
      behaviours.map { behaviour in
        var model = ToyModel()
        model.behaviour = behaviour
        return (behaviour.rawValue, model)
      })
  }

  package func plan() throws -> Plan {
    let suite = SuiteDescription(
      id: Self.suiteName, title: "Toys", summary: "For tests.", reference: "none",
      tasks: [
        .init(id: Self.taskName, title: "Double", summary: "Twice.", primary: Self.headlines)
      ],
      models: models.map { .init(id: $0.name, title: $0.name, summary: "A toy.") },
      metrics: ["error": ToyMetric.definition])
    let cells = try models.flatMap { model in try seeds.map { try cell(model, seed: $0) } }
    return Plan(suite: suite, resolvedSuite: "{}", profile: .quick, cells: cells)
  }

  /// The error that a good model of that name finds, worked out without a harness.
  package func expectedError(of name: String, seed: Int) throws -> Double? {
    let random = RandomStream(seed: UInt64(seed)).stream(Self.suiteName).stream(Self.taskName)
      .stream(name)
    let task = ToyPrepared(size: ToyData.firstSize)
    var model = try ToyModel().build(for: task.role, random: random)
    _ = try model.fit(task.training, within: budget, random: random)
    return try task.evaluate(model, metrics: [MetricUse(name: "error", metric: ToyMetric())])
      .measurements[0].value.number
  }

  private func cell(_ model: (name: String, model: ToyModel), seed: Int) throws -> PlannedCell {
    PlannedCell(
      identity: CellIdentity(
        suite: Self.suiteName, task: Self.taskName, model: model.name, seed: seed,
        profile: .quick),
      task: RecipeUse(name: "toy-task", parameters: try json(task)),
      model: RecipeUse(name: "toy-model", parameters: try json(model.model)),
      metrics: [.init(name: "error", use: RecipeUse(name: "toy-metric", parameters: "{}"))],
      budget: budget)
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
