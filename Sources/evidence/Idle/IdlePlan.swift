import Experiment
import Planning

/// A plan of cells that do nothing.
enum IdlePlan {
  static let catalogue = Catalogue(
    tasks: ["idle": IdleTask.self], models: ["idle": IdleModel.self], metrics: [:])

  /// `count` cells that differ in nothing but their seed.
  static func make(cells count: Int) -> Plan {
    let quantity = Quantity(metric: "nothing", evaluation: "one-step")
    let suite = SuiteDescription(
      id: "idle", title: "Idle", summary: "Cells that do nothing.", reference: "none",
      tasks: [.init(id: "idle", title: "Idle", summary: "Nothing.", primary: [quantity])],
      models: [.init(id: "idle", title: "Idle", summary: "Nothing.")], metrics: [:])
    return Plan(
      suite: suite, resolvedSuite: "{}", profile: .quick, cells: (0..<count).map(cell))
  }

  private static func cell(seed: Int) -> PlannedCell {
    PlannedCell(
      identity: CellIdentity(
        suite: "idle", task: "idle", model: "idle", seed: seed, profile: .quick),
      task: RecipeUse(name: "idle", parameters: "{}"),
      model: RecipeUse(name: "idle", parameters: "{}"), metrics: [], budget: Budget())
  }
}
