import Experiment
import Yams

extension SuiteReader {
  /// The models of a suite file.
  mutating func models(_ fields: Fields, declared: [Profile]) -> [SuiteModel] {
    var models: [SuiteModel] = []
    var ids: [(id: String, node: Node)] = []
    for node in nodes.list(fields, "models") {
      let entry = nodes.fields(of: node, form: SuiteForm.model)
      models.append(model(entry, declared: declared))
      ids.append((models[models.count - 1].id, entry["id"] ?? node))
    }
    checkUnique(ids, noun: "model")
    return models
  }

  /// The model of an entry or of a model file.
  mutating func model(_ fields: Fields, declared: [Profile]) -> SuiteModel {
    SuiteModel(
      id: nodes.identifier(fields, "id"), title: nodes.text(fields, "title"),
      summary: nodes.text(fields, "summary"),
      recipes: recipes(fields, kind: "model", shelf: catalogue.models, declared: declared),
      budgets: budgets(fields, declared: declared), folder: folder?.path ?? "")
  }

  private mutating func budgets(
    _ fields: Fields, declared: [Profile]
  ) -> [Profile: BudgetOverride] {
    guard let node = fields["budgets"] else { return [:] }
    var budgets: [Profile: BudgetOverride] = [:]
    for entry in nodes.entries(of: node, noun: "'budgets'").entries {
      guard let profile = profile(entry, declared: declared) else { continue }
      budgets[profile] = budget(entry.value)
    }
    return budgets
  }

  /// The given parts of a budget, each within its range.
  mutating func budget(_ node: Node) -> BudgetOverride {
    let given = nodes.value(node, type: ParameterProbe.type(of: Budget()), name: "the budget")
    guard case .mapping(let values) = given else { return BudgetOverride() }
    // A model that learns nothing needs no steps; all else must leave room for something.
    for (key, least) in [
      ("trainingSteps", 0.0), ("batchSize", 1), ("memoryMebibytes", 1), ("diskMebibytes", 1),
      ("retries", 0),
    ] {
      guard case .integer(let number)? = values[key], Double(number) < least else { continue }
      nodes.report(
        node[key] ?? node, found: "\(number) for '\(key)' of the budget",
        expected: "\(Int(least)) or more", remedy: "correct the value")
    }
    if case .number(let seconds)? = values["wallSeconds"], seconds <= 0 {
      nodes.report(
        node["wallSeconds"] ?? node, found: "\(seconds) for 'wallSeconds' of the budget",
        expected: "more than 0", remedy: "correct the value")
    }
    return (try? given.decoded(as: BudgetOverride.self)) ?? BudgetOverride()
  }
}
