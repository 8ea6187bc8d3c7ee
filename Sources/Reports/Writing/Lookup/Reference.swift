import Canvas
import Foundation

/// A reference to a paper, with a link where it names a DOI or an arXiv number.
enum Reference {
  /// `text` in pieces, those that are identifiers leading to their pages.
  static func spans(_ text: String) -> [TextSpan] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    var spans: [TextSpan] = []
    for (index, word) in words.enumerated() {
      let gap = index == 0 ? "" : " "
      let previous = index > 0 ? words[index - 1].lowercased() : ""
      if let address = address(of: word, after: previous) {
        if !gap.isEmpty { spans.append(TextSpan(gap)) }
        spans.append(TextSpan(word, target: .address(address)))
      } else {
        spans.append(TextSpan(gap + word))
      }
    }
    return spans
  }

  private static func address(of word: String, after previous: String) -> String? {
    let bare = word.trimmingCharacters(in: CharacterSet(charactersIn: ".,;()[]"))
    let name = bare.lowercased()
    if name.hasPrefix("https://doi.org/") || name.hasPrefix("https://arxiv.org/") { return bare }
    if name.hasPrefix("arxiv:"), isArXiv(bare.dropFirst(6)) {
      return "https://arxiv.org/abs/" + bare.dropFirst(6)
    }
    if previous.hasSuffix("arxiv"), isArXiv(bare[...]) { return "https://arxiv.org/abs/" + bare }
    let doi = name.hasPrefix("doi:") ? bare.dropFirst(4) : bare[...]
    return isDOI(doi) ? "https://doi.org/" + doi : nil
  }

  private static func isArXiv(_ text: Substring) -> Bool {
    text.wholeMatch(of: /[0-9]{4}\.[0-9]{4,5}(v[0-9]+)?/) != nil
  }

  private static func isDOI(_ text: Substring) -> Bool {
    text.wholeMatch(of: /10\.[0-9]{4,9}\/[A-Za-z0-9._;()\/:-]+/) != nil
  }
}
