import Experiment

/// A suite at one profile with nothing left open: what the store keeps and hashes.
struct ResolvedSuite: Codable {
  struct Task: Codable {
    let id: String
    let title: String
    let summary: String
    let recipe: RecipeUse
    let metrics: [String]
    let primary: [Quantity]
  }

  struct Model: Codable {
    let id: String
    let title: String
    let summary: String
    let recipe: RecipeUse
    let budget: Budget
  }

  let schema: Int
  let id: String
  let title: String
  let summary: String
  let reference: String
  let profile: Profile
  let seeds: [Int]
  let metrics: [PlannedCell.NamedMetric]
  let tasks: [Task]
  let models: [Model]
}
