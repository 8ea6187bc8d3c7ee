import Testing

/// Names of files, folders and types.
@Suite struct NameTests {
  private static let sources = RepositoryFile.swift(under: "Sources")

  @Test func nothingIsCalledByAWordThatSaysNothing() {
    let files = RepositoryFile.all.filter {
      $0.path.hasPrefix("Sources/") || $0.path.hasPrefix("Tests/")
    }
    let stems = files.filter { Self.isBanned($0.stem) }.map(\.path)
    let folders = files.filter { $0.folder.split(separator: "/").contains { Self.isBanned($0) } }
    let types = Self.sources.flatMap { DeclarationScanner($0.text).visibleTypes }
      .filter { Self.isBanned($0) }
    #expect(stems + folders.map(\.path) + types == [])
  }

  @Test(arguments: ["StringUtils", "Helpers", "RunManager", "Misc", "ModelBase"])
  func emptyWordsAreFound(name: String) {
    #expect(Self.isBanned(name))
  }

  @Test(arguments: ["Database", "Baseline", "Commons", "CanvasBasis"])
  func otherWordsPass(name: String) {
    #expect(!Self.isBanned(name))
  }

  @Test(arguments: sources)
  func aFileHasOneVisibleTypeAndItsName(file: RepositoryFile) {
    let scanner = DeclarationScanner(file.text)
    #expect(scanner.visibleTypes.count <= 1, "\(file.path) declares more than one type")
    let subject = file.stem.split(separator: "+").first.map(String.init) ?? ""
    let types = scanner.typesAtMargin
    let functions = scanner.functionsAtMargin.map { $0.lowercased() }
    // A file of free functions has no type to be named after.
    let fits =
      types.isEmpty || types.contains(subject) || functions.contains(subject.lowercased())
    #expect(fits, "\(file.path) neither declares nor extends \(subject)")
  }

  @Test func aShelfEntryIsOnePublicTypeOfTheFilesName() {
    for file in Self.sources where file.path.contains("/Catalogue/") && !file.stem.contains("+") {
      let pattern = "public struct \(file.stem): "
      #expect(
        file.lines.contains { $0.hasPrefix(pattern) }, "\(file.path) has no '\(pattern)…' line")
    }
  }

  private static func isBanned(_ name: some StringProtocol) -> Bool {
    let words = /(?:^|[a-z0-9])(?:Utils?|Helpers?|Common|Misc|Manager|Base|Internal)$/
    return String(name).firstMatch(of: words) != nil
  }
}
