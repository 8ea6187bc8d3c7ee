import Experiment
import Foundation
import Yams

/// Reads the parts of a suite file; every mistake goes to `nodes`.
struct SuiteReader {
  var nodes: NodeReader
  let catalogue: Catalogue
  /// The folder of the file, where recipes look up files of their own; nil for a text without one.
  let folder: URL?
  /// The forms of the recipes that were used so far.
  var forms: [ObjectIdentifier: RecipeForm] = [:]

  init(file: String, catalogue: Catalogue, folder: URL? = nil) {
    nodes = NodeReader(file: file)
    self.catalogue = catalogue
    self.folder = folder
  }

  /// The suite at `root`; to be used only when there was no mistake.
  mutating func suite(_ root: Node, expectedID: String?) -> Suite {
    let fields = nodes.fields(of: root, form: SuiteForm.suite)
    checkSchema(fields)
    let id = nodes.identifier(fields, "id")
    if let expectedID, let node = fields["id"], !id.isEmpty, id != expectedID {
      nodes.report(
        node, found: "the id '\(id)'", expected: "'\(expectedID)', the name of the folder",
        remedy: "rename the folder or the suite")
    }
    let declared = declaredProfiles(fields)
    let (metrics, definitions) = metrics(fields)
    let models = models(fields, declared: declared)
    let tasks = tasks(
      fields, metrics: metrics.map(\.name), models: models.map(\.id), declared: declared)
    return Suite(
      id: id, title: nodes.text(fields, "title"), summary: nodes.text(fields, "summary"),
      reference: nodes.text(fields, "reference"), metrics: metrics,
      metricDefinitions: definitions, tasks: tasks, models: models,
      profiles: profiles(fields, tasks: tasks.map(\.id), models: models.map(\.id)),
      questions: questions(
        fields, metrics: metrics.map(\.name), models: models.map(\.id)))
  }

  /// Checks that the file has the form that this program reads.
  mutating func checkSchema(_ fields: Fields) {
    guard let node = fields["schema"] else { return }
    let version = nodes.value(node, type: .integer, name: "'schema'")
    guard case .integer(let number) = version, number != Suite.schemaVersion else { return }
    nodes.report(
      node, found: "schema \(number)", expected: "schema \(Suite.schemaVersion)",
      remedy: number > Suite.schemaVersion ? "update the program" : "update the file")
  }

  /// Notes an id that occurs twice.
  mutating func checkUnique(_ ids: [(id: String, node: Node)], noun: String) {
    var seen: Set<String> = []
    for entry in ids where !entry.id.isEmpty && !seen.insert(entry.id).inserted {
      nodes.report(
        entry.node, found: "\(noun) '\(entry.id)' twice", expected: "every \(noun) once",
        remedy: "rename or remove one of them")
    }
  }

  /// Checks that `name` is one of `known`.
  mutating func checkKnown(_ name: String, _ node: Node, among known: [String], noun: String) {
    guard !name.isEmpty && !known.contains(name) else { return }
    nodes.report(
      node, found: "no \(noun) '\(name)'", expected: SuggestedName.list(known),
      remedy: SuggestedName.remedy(
        for: name, among: known, otherwise: "declare it or choose one of these"))
  }

  private mutating func metrics(
    _ fields: Fields
  ) -> ([PlannedCell.NamedMetric], [String: MetricDefinition]) {
    guard let node = fields["metrics"] else { return ([], [:]) }
    var metrics: [PlannedCell.NamedMetric] = []
    var definitions: [String: MetricDefinition] = [:]
    for entry in nodes.entries(of: node, noun: "'metrics'").entries {
      if !nodes.isIdentifier(entry.name) { nodes.reportIdentifier(entry.key, entry.name) }
      // A metric of unknown recipe still counts as declared, so that its users are no mistakes.
      let metric = metric(entry.value)
      let use = metric?.use ?? RecipeUse(name: entry.name, parameters: "{}")
      metrics.append(.init(name: entry.name, use: use))
      definitions[entry.name] = metric?.type.definition
    }
    if metrics.isEmpty, case .mapping = node {
      nodes.report(
        node, found: "no metric", expected: "at least one 'name: recipe' line",
        remedy: "declare a metric")
    }
    return (metrics, definitions)
  }
}
