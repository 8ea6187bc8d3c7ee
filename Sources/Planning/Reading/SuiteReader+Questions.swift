import Experiment
import Yams

extension SuiteReader {
  /// What a suite file asks of its models together; none when it has no such key.
  mutating func questions(
    _ fields: Fields, metrics: [String], models: [String]
  ) -> [SuiteQuestion] {
    nodes.list(fields, "questions").compactMap { node in
      guard let ask = node["ask"] else {
        _ = nodes.fields(of: node, form: SuiteForm.question)
        return nil
      }
      let kind = nodes.text(ask, name: "'ask'")
      switch kind {
      case "saving": return saving(node, metrics: metrics, models: models)
      case "contrast": return contrast(node, metrics: metrics, models: models)
      default:
        checkKnown(kind, ask, among: SuiteForm.questions, noun: "kind of question")
        return nil
      }
    }
  }

  private mutating func saving(
    _ node: Node, metrics: [String], models: [String]
  ) -> SuiteQuestion {
    let fields = nodes.fields(of: node, form: SuiteForm.saving)
    let reference = nodes.text(fields, "reference")
    checkKnown(reference, fields["reference"] ?? node, among: models, noun: "model")
    return .saving(
      reference: reference, cost: cost(fields, metrics: metrics),
      settings: fields["settings"] == nil
        ? SuiteQuestion.tolerances : nodes.identifier(fields, "settings"))
  }

  private mutating func contrast(
    _ node: Node, metrics: [String], models: [String]
  ) -> SuiteQuestion {
    let fields = nodes.fields(of: node, form: SuiteForm.contrast)
    let first = names(fields, "first", among: models, noun: "model")
    let second = names(fields, "second", among: models, noun: "model")
    if let shared = first.first(where: second.contains) {
      nodes.report(
        fields["second"] ?? node, found: "model '\(shared)' on both sides of a contrast",
        expected: "every model on one side", remedy: "remove it from one of them")
    }
    return .contrast(
      title: nodes.text(fields, "title"), first: first, second: second,
      cost: cost(fields, metrics: metrics))
  }

  /// The cost of a question, by default what solvers count; its metric must be one of the suite's.
  private mutating func cost(_ fields: Fields, metrics: [String]) -> Quantity {
    guard let node = fields["cost"] else {
      let cost = SuiteQuestion.evaluations
      checkKnown(cost.metric, fields.node, among: metrics, noun: "metric")
      return cost
    }
    let entry = nodes.fields(of: node, form: SuiteForm.quantity)
    let metric = nodes.text(entry, "metric")
    checkKnown(metric, entry["metric"] ?? node, among: metrics, noun: "metric")
    return Quantity(
      metric: metric, evaluation: nodes.text(entry, "evaluation"),
      split: entry["split"] == nil ? SuiteForm.defaultSplit : nodes.text(entry, "split"))
  }
}
