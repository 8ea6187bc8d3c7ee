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
    var word = ""
    for (index, part) in parts.enumerated() {
      if index > 0 { word += "." }
      if part.utf8.allSatisfy(isPlain) {
        word += part
      } else {
        for scalar in part.unicodeScalars {
          let plain = scalar.isASCII && isPlain(UInt8(scalar.value))
          word += plain ? String(scalar) : "_\(scalar.value)"
        }
      }
    }
    return word
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
