import Experiment
import ExternalModels
import Foundation
import TestSupport
import Testing

@Suite struct ModelProgramTests {
  private func program(
    _ command: [String], in folder: URL, environment: JSONValue = .mapping([:])
  ) throws -> ModelProgram {
    try ModelProgram(
      command: command, in: folder, environment: environment, network: .denied, writing: .confined)
  }

  @Test func aProgramIsFoundInPathOrBelowTheFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("#!/bin/sh\n", to: "bin/model.sh")
    chmod(file.path, 0o755)
    #expect(try program(["sh"], in: folder.url).executable.hasSuffix("/sh"))
    let own = try program(["./bin/model.sh", "x"], in: folder.url)
    #expect(own.executable == file.standardizedFileURL.path)
    #expect(own.command == ["./bin/model.sh", "x"])
  }

  @Test(arguments: [[], [""], ["no-such-program-anywhere"], ["./missing"], ["/"]])
  func whatIsNoProgramIsRefused(command: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(throws: AssayError.self) { try program(command, in: folder.url) }
  }

  @Test func variablesAreTexts() throws {
    let folder = try TemporaryFolder()
    let good = JSONValue.mapping(["A": .text("x"), "B": .integer(3), "C": .truth(true)])
    #expect(
      try program(["sh"], in: folder.url, environment: good).environment
        == ["A": "x", "B": "3", "C": "true"])
    for bad in [JSONValue.list([]), .mapping(["A": .list([])]), .mapping(["A=B": .text("")])] {
      #expect(throws: AssayError.self) {
        try program(["sh"], in: folder.url, environment: bad)
      }
    }
  }
}
