import Experiment

/// The names of places that links lead to.
enum Place {
  static func suite(_ suite: String, _ profile: Profile) -> String {
    word(["suite", suite, profile.rawValue])
  }

  static func task(_ task: String, _ suite: String, _ profile: Profile) -> String {
    word(["task", suite, task, profile.rawValue])
  }

  static func cell(_ identity: CellIdentity) -> String {
    word([
      "cell", identity.suite, identity.task, identity.model, String(identity.seed),
      identity.profile.rawValue,
    ])
  }

  static func metric(_ metric: String, _ suite: String) -> String {
    word(["metric", suite, metric])
  }

  /// Letters, digits and hyphens; anything else by its number, so that different names stay
  /// different.
  static func word(_ parts: [String]) -> String {
    parts.map { part in
      part.unicodeScalars.map { scalar in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        return isPlain || scalar == "-" ? String(scalar) : "_\(scalar.value)"
      }.joined()
    }.joined(separator: ".")
  }
}
