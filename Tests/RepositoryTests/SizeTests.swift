import Foundation
import Testing

/// The size caps of the style guide.
@Suite struct SizeTests {
  private static let code = RepositoryFile.all.filter {
    ["swift", "c", "h", "py", "sh"].contains($0.fileExtension)
  }
  private static let sources = RepositoryFile.swift(under: "Sources")

  /// One file by design: users copy it beside their model.
  private static let wholes: Set = ["adapters/python/src/assay_client/core.py"]

  @Test func noFileIsLongerThan500Lines() {
    let long = Self.code.filter { $0.lines.count > 500 && !Self.wholes.contains($0.path) }
    #expect(long.map(\.path) == [])
  }

  @Test func noFunctionIsLongerThan60Lines() {
    let long = (Self.sources + RepositoryFile.swift(under: "Plugins")).flatMap { file in
      DeclarationScanner(file.text).functions.filter { $0.lineCount > 60 }
        .map { "\(file.path): \($0.name) has \($0.lineCount) lines" }
    }
    #expect(long == [])
  }

  @Test func noFolderHoldsMoreThan15Files() {
    let folders = Dictionary(grouping: Self.code, by: \.folder)
    #expect(folders.filter { $0.value.count > 15 }.keys.sorted() == [])
  }

  @Test func noTypeHasMoreThan12StoredProperties() {
    let wide = Self.sources.filter { DeclarationScanner($0.text).storedProperties.count > 12 }
    #expect(wide.map(\.path) == [])
  }

  @Test func noProtocolAsksForMoreThan4Things() {
    let demanding = Self.sources.flatMap { file in
      DeclarationScanner(file.text).protocolRequirements.filter { $0.lineCount > 4 }
    }
    #expect(demanding == [])
  }

  @Test(arguments: [("README.md", 200), ("docs/architecture.md", 150)])
  func aDocumentKeepsToItsLength(path: String, cap: Int) throws {
    let file = try #require(RepositoryFile.all.first { $0.path == path })
    #expect(file.lines.count <= cap)
  }

  @Test func theScannerMeasuresFunctionsAndMembers() {
    let text = """
      protocol Shape {
        var area: Double { get }
        func scaled(
          by factor: Double
        ) -> Self
      }

      struct Square {
        let side: Double
        var doubled: Double { side * 2 }

        func scaled(
          by factor: Double
        ) -> Square {
          Square(side: side * factor)
        }
      }
      """
    let scanner = DeclarationScanner(text)
    #expect(
      scanner.functions == [
        .init(name: "area", lineCount: 1), .init(name: "doubled", lineCount: 1),
        .init(name: "scaled", lineCount: 5),
      ])
    #expect(scanner.protocolRequirements == [.init(name: "Shape", lineCount: 2)])
    #expect(scanner.storedProperties == ["  let side: Double"])
    #expect(scanner.visibleTypes == ["Shape", "Square"])
  }
}
