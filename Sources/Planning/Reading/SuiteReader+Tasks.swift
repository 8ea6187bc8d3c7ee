import Experiment
import Yams

extension SuiteReader {
  /// The tasks of a suite file.
  mutating func tasks(
    _ fields: Fields, metrics: [String], models: [String], declared: [Profile]
  ) -> [SuiteTask] {
    var tasks: [SuiteTask] = []
    var ids: [(id: String, node: Node)] = []
    for node in nodes.list(fields, "tasks") {
      let entry = nodes.fields(of: node, form: SuiteForm.task)
      tasks.append(task(entry, metrics: metrics, models: models, declared: declared))
      ids.append((tasks[tasks.count - 1].id, entry["id"] ?? node))
    }
    checkUnique(ids, noun: "task")
    return tasks
  }

  private mutating func task(
    _ fields: Fields, metrics: [String], models: [String], declared: [Profile]
  ) -> SuiteTask {
    let before = nodes.mistakeCount
    let used = names(fields, "metrics", among: metrics, noun: "metric")
    // A mistake in the list of metrics is not told again at each of their uses.
    let isListSound = fields["metrics"] != nil && nodes.mistakeCount == before
    return SuiteTask(
      id: nodes.identifier(fields, "id"), title: nodes.text(fields, "title"),
      summary: nodes.text(fields, "summary"),
      recipes: recipes(fields, kind: "task", shelf: catalogue.tasks, declared: declared),
      metrics: used, primary: primary(fields, metrics: isListSound ? used : []),
      models: fields["models"] == nil
        ? models : selection(fields, "models", among: models, noun: "model"))
  }

  /// Names under `key`, each of `known` and none twice.
  mutating func names(
    _ fields: Fields, _ key: String, among known: [String], noun: String
  ) -> [String] {
    var given: [(id: String, node: Node)] = []
    for node in nodes.list(fields, key) {
      let name = nodes.text(node, name: "an entry of '\(key)'")
      checkKnown(name, node, among: known, noun: noun)
      given.append((name, node))
    }
    checkUnique(given, noun: noun)
    return given.map(\.id)
  }

  /// The primary quantities; `metrics` is empty when it cannot be told which are allowed.
  private mutating func primary(_ fields: Fields, metrics: [String]) -> [Quantity] {
    var quantities: [Quantity] = []
    for node in nodes.list(fields, "primary") {
      let entry = nodes.fields(of: node, form: SuiteForm.quantity)
      let metric = nodes.text(entry, "metric")
      if !metrics.isEmpty {
        checkKnown(metric, entry["metric"] ?? node, among: metrics, noun: "metric of this task")
      }
      let quantity = Quantity(
        metric: metric, evaluation: nodes.text(entry, "evaluation"),
        split: entry["split"] == nil ? SuiteForm.defaultSplit : nodes.text(entry, "split"))
      if quantities.contains(quantity) {
        nodes.report(
          node, found: "a primary quantity twice", expected: "every quantity once",
          remedy: "remove one of them")
      }
      quantities.append(quantity)
    }
    return quantities
  }
}
