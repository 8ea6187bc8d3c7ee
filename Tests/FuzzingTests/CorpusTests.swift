import Foundation
import FuzzChecks
import TestSupport
import Testing

/// Every input that the fuzzers start from, among them each that once broke a parser.
@Suite struct CorpusTests {
  private static func inputs(of check: FuzzCheck) throws -> [URL] {
    let folder = PackageFolder.url.appending(path: "Fuzzing/Corpus/\(check.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .map { folder.appending(path: $0) }
  }

  @Test(arguments: FuzzCheck.allCases)
  func everyInputEndsInAValueOrAnErrorForTheUser(check: FuzzCheck) throws {
    let inputs = try Self.inputs(of: check)
    #expect(!inputs.isEmpty)
    for input in inputs {
      #expect(throws: Never.self, "\(input.lastPathComponent)") {
        try check.run(try Data(contentsOf: input))
      }
    }
  }

  @Test(arguments: FuzzCheck.allCases)
  func everyCutOfASmallInputDoesToo(check: FuzzCheck) throws {
    for input in try Self.inputs(of: check) {
      let whole = try Data(contentsOf: input)
      // Some eight places in each input: the fuzzers try all.
      for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 8)) {
        #expect(throws: Never.self, "\(length) bytes of \(input.lastPathComponent)") {
          try check.run(whole.prefix(length))
        }
      }
    }
  }

  @Test func everyParserHasAFuzzerAndADictionary() {
    for check in FuzzCheck.allCases {
      for path in ["Programs/\(check.rawValue)/Fuzzer.swift", "Dictionaries/\(check.rawValue).txt"]
      {
        let file = PackageFolder.url.appending(path: "Fuzzing/\(path)")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(path)")
      }
    }
  }
}
