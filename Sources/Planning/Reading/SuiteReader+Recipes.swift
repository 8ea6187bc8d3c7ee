import Experiment
import Foundation
import Yams

extension SuiteReader {
  /// A recipe of a shelf as a file names it.
  struct GivenRecipe {
    let name: String
    let type: any Recipe.Type
    let form: RecipeForm
    /// The given parameters, checked.
    let parameters: JSONValue
    /// The nodes that can be to blame when a value cannot be decoded: the last one first.
    var blame: [Node]
  }

  /// The recipe at `node`: a name alone or a mapping of one name to its parameters.
  mutating func recipe(
    _ node: Node, kind: String, shelf: [String: any Recipe.Type]
  ) -> GivenRecipe? {
    var (key, given): (Node, Node?) = (node, nil)
    if case .mapping(let mapping) = node, mapping.count == 1, let pair = mapping.first {
      (key, given) = (pair.key, pair.value)
    }
    guard case .scalar(let scalar) = key, !scalar.isNothing else {
      nodes.report(
        node, found: "\(node.phrase) for a \(kind)",
        expected: "a name, or one name with its parameters",
        remedy: "write 'name' or '{name: {parameter: value}}'")
      return nil
    }
    guard let type = shelf[scalar.string] else {
      let known = shelf.keys.sorted()
      nodes.report(
        key, found: "no \(kind) recipe '\(scalar.string)'", expected: SuggestedName.list(known),
        remedy: SuggestedName.remedy(
          for: scalar.string, among: known, otherwise: "choose one of these"))
      return nil
    }
    let form = form(of: type)
    let isBare = given.map { $0.scalar?.isNothing ?? false } ?? true
    let parameters = given.flatMap {
      isBare ? nil : nodes.value($0, type: form.parameters, name: scalar.string)
    }
    return GivenRecipe(
      name: scalar.string, type: type, form: form, parameters: parameters ?? .mapping([:]),
      blame: [given, key].compactMap(\.self))
  }

  /// The recipe at `node` with its own parameters over the defaults; nil when there was a mistake.
  mutating func metric(_ node: Node) -> (type: any Metric.Type, use: RecipeUse)? {
    let before = nodes.mistakeCount
    guard let given = recipe(node, kind: "metric", shelf: catalogue.metrics),
      let type = given.type as? any Metric.Type, nodes.mistakeCount == before,
      let use = resolved(given, overlays: [])
    else { return nil }
    return (type, use)
  }

  /// What each profile of `profiles:` changes in the recipe's parameters, checked.
  mutating func overlays(
    _ fields: Fields, recipe: GivenRecipe?, declared: [Profile]
  ) -> [Profile: (value: JSONValue, node: Node)] {
    guard let node = fields["profiles"] else { return [:] }
    var overlays: [Profile: (value: JSONValue, node: Node)] = [:]
    for entry in nodes.entries(of: node, noun: "'profiles'").entries {
      guard let profile = profile(entry, declared: declared), let recipe else { continue }
      let value = nodes.value(entry.value, type: recipe.form.parameters, name: recipe.name)
      overlays[profile] = (value, entry.value)
    }
    return overlays
  }

  /// The recipe of an entry, resolved for every one of `declared`; nothing when there was a mistake.
  mutating func recipes(
    _ fields: Fields, kind: String, shelf: [String: any Recipe.Type], declared: [Profile]
  ) -> [Profile: RecipeUse] {
    let before = nodes.mistakeCount
    let given = fields[kind].flatMap { recipe($0, kind: kind, shelf: shelf) }
    let overlays = overlays(fields, recipe: given, declared: declared)
    guard let given, nodes.mistakeCount == before else { return [:] }
    let plain = overlays.count < declared.count ? resolved(given, overlays: []) : nil
    var uses: [Profile: RecipeUse] = [:]
    for profile in declared {
      guard let overlay = overlays[profile] else {
        uses[profile] = plain
        continue
      }
      var layered = given
      layered.blame.insert(overlay.node, at: 0)
      uses[profile] = resolved(layered, overlays: [overlay.value])
    }
    return uses
  }

  /// The recipe with `overlays` laid over its given parameters, these over the defaults; nil when
  /// its decoder refuses a value.
  private mutating func resolved(_ recipe: GivenRecipe, overlays: [JSONValue]) -> RecipeUse? {
    do {
      return try Self.use(
        recipe.type, name: recipe.name, form: recipe.form, layers: [recipe.parameters] + overlays,
        folder: folder)
    } catch {
      report(error, recipe: recipe)
      return nil
    }
  }

  /// The form of a recipe, found out at its first use: a suite uses the same few recipes dozens of times.
  private mutating func form(of type: any Recipe.Type) -> RecipeForm {
    if let form = forms[ObjectIdentifier(type)] { return form }
    let form = RecipeForm(of: type)
    forms[ObjectIdentifier(type)] = form
    return form
  }

  private static func use<R: Recipe>(
    _ type: R.Type, name: String, form: RecipeForm, layers: [JSONValue],
    folder: URL?
  ) throws -> RecipeUse {
    let value = try layers.reduce(form.defaults.get()) { form.parameters.overlay($1, on: $0) }
    let recipe = try value.decoded(as: type)
    if let folder, let recipe = recipe as? any LocatedRecipe {
      return RecipeUse(
        name: name, parameters: try CanonicalJSON.text(of: recipe.located(in: folder)))
    }
    return RecipeUse(name: name, parameters: try CanonicalJSON.text(of: recipe))
  }

  /// Gives what a recipe's own decoder refuses the place of the value that it refused.
  private mutating func report(_ error: any Error, recipe: GivenRecipe) {
    if let error = error as? AssayError {
      nodes.report(
        recipe.blame.first ?? Node(""), found: error.found, expected: error.expected,
        remedy: error.remedy)
      return
    }
    let context = (error as? DecodingError)?.context
    let path = context?.codingPath ?? []
    let places = recipe.blame.map { $0.descendant(along: path) }
    let deepest = places.max { $0.depth < $1.depth }
    let keys = path.filter { $0.intValue == nil }.map(\.stringValue)
    nodes.report(
      deepest?.node ?? Node(""),
      found: context?.debugDescription ?? "\(error)",
      expected: keys.last.map { "a valid value of '\($0)' of \(recipe.name)" }
        ?? "valid parameters of \(recipe.name)",
      remedy: "correct the value")
  }
}

extension DecodingError {
  fileprivate var context: Context? {
    switch self {
    case .dataCorrupted(let context), .keyNotFound(_, let context),
      .typeMismatch(_, let context), .valueNotFound(_, let context):
      context
    @unknown default: nil
    }
  }
}

extension Node {
  /// The node that `path` leads to from here, as far as it exists, and how far that is.
  fileprivate func descendant(along path: [any CodingKey]) -> (node: Node, depth: Int) {
    var (node, depth) = (self, 0)
    for key in path {
      guard let next = node[key.intValue.map { "\($0)" } ?? key.stringValue] else { break }
      (node, depth) = (next, depth + 1)
    }
    return (node, depth)
  }
}
