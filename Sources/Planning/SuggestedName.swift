/// The valid name that a mistaken one was probably meant to be.
public enum SuggestedName {
  /// The entry of `names` nearest to `name` by edit distance (insertion, deletion, replacement,
  /// exchange of neighbours; case ignored), or nil when none is near: more than a third of the
  /// longer name's letters differ, and more than one. Among equals the first in alphabetical order.
  public static func nearest(to name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased())
    let ranked = names.sorted().map { candidate in
      (candidate, distance(wanted, Array(candidate.lowercased())))
    }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    let tolerated = max(1, max(wanted.count, best.0.count) / 3)
    return best.1 <= tolerated ? best.0 : nil
  }

  /// What to do about a mistaken `name`: write the nearest, or `otherwise`.
  public static func remedy(
    for name: String, among names: [String], otherwise: String
  ) -> String {
    nearest(to: name, among: names).map { "write '\($0)' instead" } ?? otherwise
  }

  /// `names` as what was expected: `one of a, b`, the only name, or that there is none.
  public static func list(_ names: [String]) -> String {
    let different = names.enumerated().filter { !names[..<$0.offset].contains($0.element) }
      .map(\.element)
    return switch different.count {
    case 0: "nothing, as there is none"
    case 1: different[0]
    default: "one of \(different.joined(separator: ", "))"
    }
  }

  /// The optimal string alignment distance: Wagner and Fischer (1974) with the exchange of
  /// neighbours of Damerau (1964), row by row.
  static func distance(_ source: [Character], _ target: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for row in source.indices {
      var current = [row + 1]
      for column in target.indices {
        let replacement = last[column] + (source[row] == target[column] ? 0 : 1)
        var best = min(replacement, last[column + 1] + 1, current[column] + 1)
        let exchanged =
          row > 0 && column > 0 && source[row] == target[column - 1]
          && source[row - 1] == target[column]
        if exchanged { best = min(best, beforeLast[column - 1] + 1) }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[target.count]
  }
}
