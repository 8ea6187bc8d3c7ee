import Experiment
import ExternalModels
import Foundation
import TestSupport
import Testing

@Suite struct ModelSkeletonTests {
  private static func isThere(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }

  @Test func theSkeletonInShellKeepsEveryLaw() throws {
    try expectConformance(.shell, command: ["sh", "my_model.sh"])
  }

  @Test(.enabled(if: isThere("/usr/bin/cc"))) func theSkeletonInCKeepsEveryLaw() throws {
    try expectConformance(.c, command: ["./my_model"])
  }

  @Test func theSkeletonInPythonIsWhole() throws {
    let names = try ModelSkeleton(id: "my-model", language: .python).files.map(\.name)
    #expect(names == ["my-model.yaml", "my_model.py", "assay_client.py"])
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TemporaryFolder()
    let skeleton = try ModelSkeleton(id: "my-model", language: .shell)
    _ = try skeleton.write(to: folder.url)
    let error = try #require(throws: AssayError.self) { try skeleton.write(to: folder.url) }
    #expect(error.found == "a file of that name")
  }

  @Test(arguments: ["", "My-Model", "a_b", "-a", "a--b", "../a"]) func anIdIsInKebabCase(
    id: String
  ) {
    #expect(throws: AssayError.self) { try ModelSkeleton(id: id, language: .c) }
  }

  private func expectConformance(_ language: ModelSkeleton.Language, command: [String]) throws {
    let folder = try TemporaryFolder()
    let skeleton = try ModelSkeleton(id: "my-model", language: language)
    _ = try skeleton.write(to: folder.url)
    if !skeleton.preparation.isEmpty {
      let made = Process()
      made.executableURL = URL(filePath: "/bin/sh")
      made.arguments = ["-c", skeleton.preparation]
      made.currentDirectoryURL = folder.url
      try made.run()
      made.waitUntilExit()
    }
    let program = try ModelProgram(
      command: command, in: folder.url, environment: .mapping([:]), network: .denied,
      writing: .confined)
    let report = try ModelConformance(program).report()
    #expect(report.findings.filter { $0.outcome == .failed } == [])
    #expect(report.findings.count > 10)
  }
}
