import Foundation

/// A shelf's entries by name: file name = type name = kebab-case YAML name.
struct Shelf {
  /// The protocol of each shelf's entries.
  static let kinds = [
    "Tasks": "TaskRecipe", "Models": "ModelRecipe", "Metrics": "Metric", "Figures": "FigureRecipe",
  ]

  let target: String
  let files: [URL]

  /// The source of the list; files that extend an entry (`FNO+Layers.swift`) are none of their own.
  func source() throws -> String {
    guard let kind = Self.kinds[target] else {
      throw ToolError.unknownShelf(target, known: Self.kinds.keys.sorted())
    }
    let entries = files.map { (type: $0.deletingPathExtension().lastPathComponent, file: $0) }
      .filter { !$0.type.contains("+") }
      .sorted { ($0.type, $0.file.path) < ($1.type, $1.file.path) }
    for (left, right) in zip(entries, entries.dropFirst())
    where Self.kebabCase(left.type) == Self.kebabCase(right.type) {
      throw ToolError.sameName(
        Self.kebabCase(left.type), shelf: target,
        files: [left.file, right.file].map(\.relativePath)
      )
    }
    let lines = entries.map { "    \"\(Self.kebabCase($0.type))\": \($0.type).self,\n" }.joined()
    return """
      import Experiment

      /// The entries of this shelf by name; written by the build.
      public enum \(target.dropLast())Catalogue {
        /// All entries.
        public static let all: [String: any \(kind).Type] = \(lines.isEmpty ? "[:]" : "[\n\(lines)  ]")
      }

      """
  }

  /// `AutoFFN` → `auto-ffn`, `CFDBenchCavity` → `cfd-bench-cavity`, `FNO` → `fno`.
  static func kebabCase(_ name: String) -> String {
    let letters = Array(name)
    var kebab = ""
    for (index, letter) in letters.enumerated() {
      let startsWord =
        index > 0 && letter.isUppercase
        && (!letters[index - 1].isUppercase
          || (index + 1 < letters.count && letters[index + 1].isLowercase))
      kebab += (startsWord ? "-" : "") + letter.lowercased()
    }
    return kebab
  }
}
