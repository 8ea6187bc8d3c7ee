import Experiment
import Yams

extension SuiteReader {
  /// The profiles that the suite declares, in the order of the file.
  mutating func declaredProfiles(_ fields: Fields) -> [Profile] {
    guard case .mapping(let mapping)? = fields["profiles"] else { return [] }
    return mapping.compactMap { $0.key.string.flatMap(Profile.init) }
  }

  /// The profile that is the key of `entry`, which must be one of `declared`.
  mutating func profile(_ entry: Fields.Entry, declared: [Profile]) -> Profile? {
    let known = declared.map(\.rawValue)
    checkKnown(entry.name, entry.key, among: known, noun: "profile")
    return known.contains(entry.name) ? Profile(rawValue: entry.name) : nil
  }

  /// The profiles of a suite file.
  mutating func profiles(
    _ fields: Fields, tasks: [String], models: [String]
  ) -> [SuiteProfile] {
    guard let node = fields["profiles"] else { return [] }
    var profiles: [SuiteProfile] = []
    for entry in nodes.entries(of: node, noun: "'profiles'").entries {
      guard let profile = profile(entry, declared: Profile.allCases) else { continue }
      let settings = nodes.fields(of: entry.value, form: SuiteForm.profile)
      profiles.append(
        SuiteProfile(
          profile: profile, seeds: seeds(settings),
          tasks: selection(settings, "tasks", among: tasks, noun: "task"),
          models: selection(settings, "models", among: models, noun: "model"),
          budget: (settings["budget"].map { budget($0) } ?? BudgetOverride())
            .applied(to: Budget())))
    }
    if profiles.isEmpty, case .mapping(let mapping) = node, mapping.isEmpty {
      nodes.report(
        node, found: "no profile",
        expected: SuggestedName.list(Profile.allCases.map(\.rawValue)),
        remedy: "declare a profile")
    }
    return profiles
  }

  /// `all`, or a list of ids; in the order of the suite.
  mutating func selection(
    _ fields: Fields, _ key: String, among known: [String], noun: String
  ) -> [String] {
    if case .scalar(let scalar)? = fields[key], scalar.string == SuiteForm.everything {
      return known
    }
    if let node = fields[key], case .scalar = node {
      nodes.report(
        node, found: "\(node.phrase) for '\(key)'",
        expected: "'\(SuiteForm.everything)' or a list of ids",
        remedy: "write '\(SuiteForm.everything)' or [\(known.joined(separator: ", "))]")
      return []
    }
    let chosen = names(fields, key, among: known, noun: noun)
    return known.filter(chosen.contains)
  }

  private mutating func seeds(_ fields: Fields) -> [Int] {
    var seeds: [(id: String, node: Node)] = []
    var values: [Int] = []
    for node in nodes.list(fields, "seeds") {
      let given = nodes.value(node, type: .integer, name: "an entry of 'seeds'")
      guard case .integer(let seed) = given else { continue }
      if seed < 0 {
        nodes.report(
          node, found: "the negative seed \(seed)", expected: "an integer from 0 up",
          remedy: "correct the value")
      }
      seeds.append(("\(seed)", node))
      values.append(seed)
    }
    checkUnique(seeds, noun: "seed")
    return values
  }
}
