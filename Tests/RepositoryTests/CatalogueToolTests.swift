import Foundation
import TestSupport
import Testing

/// The build tool that lists shelves and hashes the numeric sources.
@Suite struct CatalogueToolTests {
  private func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
    try ChildProcess.run(try BuiltProduct.executable("catalogue-tool"), arguments)
  }

  @Test func aShelfListsItsFilesByKebabCaseNames() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "Catalogue.swift")
    let outcome = try run([
      "shelf", "Models", output.path, "a/CFDBenchCavity.swift", "b/FNO.swift", "b/AutoFFN.swift",
      "b/FNO+Layers.swift", "c/UNet2D.swift",
    ])
    #expect(outcome.exitCode == 0)
    try Golden.check(String(contentsOf: output, encoding: .utf8), "ModelsCatalogue.txt")
  }

  @Test func twoEntriesOfOneNameAreRefused() throws {
    let folder = try TemporaryFolder()
    let outcome = try run([
      "shelf", "Models", folder.url.appending(path: "out").path, "a/FNO.swift", "b/FNO.swift",
    ])
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.errors
        == "catalogue-tool: the shelf Models has two entries called 'fno': a/FNO.swift "
        + "and b/FNO.swift; rename one of them\n")
  }

  @Test func anUnknownShelfIsRefused() throws {
    let outcome = try run(["shelf", "Sauces", "out"])
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.errors
        == "catalogue-tool: no shelf 'Sauces'; there are Figures, Metrics, Models, Tasks\n")
  }

  @Test func theEpochChangesWithAFilesContentAndPathButNotWithThePackagesPlace() throws {
    let (first, second) = (try TemporaryFolder(), try TemporaryFolder())
    func epoch(_ folder: TemporaryFolder, _ text: String, _ path: String) throws -> String {
      let file = try folder.write(text, to: path)
      let output = folder.url.appending(path: "Epoch.swift")
      #expect(try run(["epoch", folder.url.path, output.path, file.path, "--"]).exitCode == 0)
      return try String(contentsOf: output, encoding: .utf8)
    }
    let reference = try epoch(first, "let a = 1", "Sources/A.swift")
    #expect(try epoch(second, "let a = 1", "Sources/A.swift") == reference)
    #expect(try epoch(second, "let a = 2", "Sources/A.swift") != reference)
    #expect(try epoch(second, "let a = 1", "Sources/B.swift") != reference)
  }

  @Test func theDatasHashDoesNotSeeTheOtherFiles() throws {
    let folder = try TemporaryFolder()
    let data = try folder.write("let a = 1", to: "Sources/A.swift")
    let output = folder.url.appending(path: "Epoch.swift")
    func hashes(_ text: String) throws -> [Substring] {
      let other = try folder.write(text, to: "Sources/B.swift")
      _ = try run(["epoch", folder.url.path, output.path, data.path, "--", other.path])
      return try String(contentsOf: output, encoding: .utf8).matches(of: /"([0-9a-f]{64})"/).map(
        \.1)
    }
    let (first, second) = (try hashes("let b = 1"), try hashes("let b = 2"))
    #expect(first.count == 2 && first[0] != second[0] && first[1] == second[1])
  }

  @Test func anEpochWithoutItsTwoPartsIsRefused() throws {
    let outcome = try run(["epoch", ".", "out", "A.swift"])
    #expect(outcome.exitCode == 2)
    #expect(
      outcome.errors
        == "catalogue-tool: usage: shelf TARGET OUTPUT FILE… or "
        + "epoch PACKAGE OUTPUT DATA-FILE… -- FILE…\n")
  }

  @Test func anUnchangedCatalogueIsNotWrittenAgain() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "Catalogue.swift")
    let arguments = ["shelf", "Models", output.path, "FNO.swift"]
    _ = try run(arguments)
    let past = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: output.path)
    _ = try run(arguments)
    let attributes = try FileManager.default.attributesOfItem(atPath: output.path)
    #expect(attributes[.modificationDate] as? Date == past)
  }
}
