import Experiment
import Foundation
import Harness
import Testing

/// Real data, which are read where a suite ships them or a package installed them.
@Suite struct SuppliedDataTests {
  private struct Digits: SuppliedDataset {
    var folder = "toy/data/digits"
    var isInstalled = false

    var identifier: String { "digits" }
    var benchmark: String { "digits" }
    var supply: DataSupply {
      isInstalled
        ? .installed(
          folders: ["~/no-such-folder-of-assay", folder], files: ["digits.csv"],
          remedy: "install it")
        : .shipped(folder: folder)
    }
  }

  private func withSuites<Result>(_ body: (_ suites: URL, _ cache: DataCache) throws -> Result)
    throws
    -> Result
  {
    let root = FileManager.default.temporaryDirectory.appending(path: "assay-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let suites = root.appending(path: "Suites", directoryHint: .isDirectory)
    let folder = suites.appending(path: "toy/data/digits")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("1,2\n".utf8).write(to: folder.appending(path: "digits.csv"))
    return try body(suites, DataCache(folder: root.appending(path: "data"), suites: suites))
  }

  @Test func shippedDataAreReadBelowTheSuites() throws {
    try withSuites { suites, cache in
      let location = try #require(cache.location(of: Digits()))
      #expect(location.origin == .shipped)
      #expect(location.folder.path == suites.appending(path: "toy/data/digits").path)
      #expect(cache.missingParts(of: Digits()).isEmpty)
      #expect(cache.location(of: Digits(folder: "toy/data/letters")) == nil)
    }
  }

  /// The content alone is hashed: two ways to the same files give the same key.
  @Test func installedDataNeedTheirFilesAndHaveTheHashOfTheirContent() throws {
    try withSuites { suites, cache in
      let place = suites.appending(path: "toy/data/digits")
      let installed = try #require(
        cache.location(of: Digits(folder: place.path, isInstalled: true)))
      #expect(installed.origin == .installed)
      #expect(installed.contentHash == cache.location(of: Digits())?.contentHash)
      try FileManager.default.removeItem(at: place.appending(path: "digits.csv"))
      #expect(cache.location(of: Digits(folder: place.path, isInstalled: true)) == nil)
    }
  }

  @Test func nothingIsGeneratedForThem() {
    #expect(Digits().parts.isEmpty)
    #expect(throws: AssayError.self) {
      try Digits().generate(DatasetPart(path: "a"), into: URL(filePath: "/"))
    }
  }

  /// So many pairs that only those of one size are compared.
  @Test func aTwinIsFoundAmongManyCases() throws {
    func cases(_ split: SplitCase.Split, _ numbers: Range<Int>) -> [SplitCase] {
      numbers.map {
        SplitCase(
          name: "\(split.rawValue)/\($0)", split: split, signature: [Float($0), Float($0 % 7)])
      }
    }
    let training = cases(.training, 1..<3001)
    let apart = SplitSelfTest(training + cases(.test, 3001..<6001)).findings()
    #expect(apart.allSatisfy { $0.outcome == .passed })
    let twins = SplitSelfTest(training + cases(.test, 2999..<6001)).findings()
    let finding = try #require(twins.first { $0.law == "no test case has a twin in training" })
    #expect(finding.outcome == .failed)
    #expect(finding.detail == "2 twins, as test/2999 is training/2999")
  }
}
