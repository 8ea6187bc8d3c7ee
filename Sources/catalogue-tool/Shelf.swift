import Foundation

/// A shelf's entries by name: file name = type name = kebab-case YAML name.
func shelf(of target: String, files: [URL]) throws -> String {
  let kinds = [
    "Tasks": "TaskRecipe", "Models": "ModelRecipe", "Metrics": "Metric", "Figures": "FigureRecipe",
  ]
  guard let kind = kinds[target] else { throw ToolError.unknownShelf(target) }
  let types = files.map { $0.deletingPathExtension().lastPathComponent }.filter {
    !$0.contains("+")
  }
  let lines = types.sorted().map { "    \"\(kebabCase($0))\": \($0).self," }
  let entries = lines.isEmpty ? "[:]" : "[\n\(lines.joined(separator: "\n"))\n  ]"
  return """
    import Experiment

    /// The entries of this shelf by name; written by the build.
    public enum \(target.dropLast())Catalogue {
      /// All entries.
      public static let all: [String: any \(kind).Type] = \(entries)
    }

    """
}

/// `AutoFFN` → `auto-ffn`, `CFDBenchCavity` → `cfd-bench-cavity`, `FNO` → `fno`.
func kebabCase(_ name: String) -> String {
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
