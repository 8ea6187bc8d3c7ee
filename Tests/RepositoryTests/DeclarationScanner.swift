/// Finds declarations in a formatted Swift file by their indentation, which the formatter fixes.
struct DeclarationScanner {
  /// A function or a type with the number of lines from its first to its closing brace.
  struct Extent: Equatable {
    let name: String
    let lineCount: Int
  }

  let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Functions, initialisers, subscripts and computed properties that have a body.
  var functions: [Extent] {
    let start = /^\s*(?:[@\w()]+ )*(?:func|init|deinit|subscript|var)\b[?]?\s*([\w`]*)/
    return lines.indices.compactMap { index in
      guard let match = try? start.firstMatch(in: lines[index]), let last = end(of: index) else {
        return nil
      }
      return Extent(name: String(match.1), lineCount: last - index + 1)
    }
  }

  /// Types that other files can see, declared at the left margin.
  var visibleTypes: [String] {
    let start = /^(?:(?:public|package|internal|final|indirect|@\w+) )*/
    let kind = /^(?:struct|enum|class|actor|protocol) (\w+)/
    return lines.compactMap { line in
      let rest = line.replacing(start, with: "")
      return (try? kind.firstMatch(in: rest)).map { String($0.1) }
    }
  }

  /// Names of the types that the file declares or extends at the left margin; of a nested type the
  /// last part.
  var typesAtMargin: [String] {
    let pattern = /^(?:[@\w]+ )*(?:struct|enum|class|actor|protocol|extension) (?:\w+\.)*(\w+)/
    return lines.compactMap { (try? pattern.firstMatch(in: $0)).map { String($0.1) } }
  }

  /// Names of the functions at the left margin.
  var functionsAtMargin: [String] {
    let pattern = /^(?:[@\w]+ )*func (\w+)/
    return lines.compactMap { (try? pattern.firstMatch(in: $0)).map { String($0.1) } }
  }

  /// Stored properties of the file's top-level types.
  var storedProperties: [Substring] {
    lines.filter {
      $0.firstMatch(
        of: /^  (?:(?:public|private|package|fileprivate)(?:\(set\))? )*(?:let|var) \w+/)
        != nil && !$0.hasSuffix("{") && !$0.hasSuffix("}")
    }
  }

  /// Members of each protocol at the left margin.
  var protocolRequirements: [Extent] {
    lines.indices.compactMap { index in
      guard let match = lines[index].firstMatch(of: /^(?:public )?protocol (\w+)/),
        let last = end(of: index)
      else { return nil }
      let members = lines[index...last].filter {
        $0.firstMatch(of: /^  (?:mutating |static )*(?:func|var|init|subscript|associatedtype)\b/)
          != nil
      }
      return Extent(name: String(match.1), lineCount: members.count)
    }
  }

  /// The line that closes what starts at `start`: the first `}` at the same indentation; nil when it
  /// has no body.
  private func end(of start: Int) -> Int? {
    if lines[start].hasSuffix("}") && lines[start].contains("{") { return start }
    let margin = indentation(lines[start])
    for index in lines.indices.dropFirst(start + 1) where !lines[index].isEmpty {
      guard indentation(lines[index]) <= margin else { continue }
      let rest = lines[index].drop { $0 == " " }
      if indentation(lines[index]) == margin && rest.hasPrefix("}") { return index }
      let continuesSignature = [")", "{", "where ", "->", "else"].contains { rest.hasPrefix($0) }
      if !continuesSignature { return nil }
    }
    return nil
  }

  private func indentation(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
}
