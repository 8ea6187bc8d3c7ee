import Foundation
import TestSupport

/// An empty folder with one small suite, in which the program is run as a user runs it.
struct Workbench {
  let folder: TemporaryFolder

  init(_ suite: TinySuite = TinySuite()) throws {
    folder = try TemporaryFolder()
    try write(suite)
  }

  var url: URL { folder.url }
  var store: URL { url.appending(path: ".assay/results.sqlite") }

  func write(_ suite: TinySuite) throws {
    try folder.write(suite.text, to: "Suites/tiny/suite.yaml")
  }

  /// Runs `assay` to its end.
  func assay(_ arguments: String...) throws -> ChildProcess.Outcome {
    try ChildProcess.run(BuiltProduct.executable("assay"), arguments, in: url)
  }

  /// Starts `assay` and lets it run.
  func start(_ arguments: String...) throws -> ChildProcess {
    try ChildProcess(BuiltProduct.executable("assay"), arguments, in: url)
  }

  /// Runs a line of shell; `$ASSAY` is the program.
  func shell(_ line: String) throws -> ChildProcess.Outcome {
    try ChildProcess.run(
      URL(filePath: "/bin/bash"), ["-c", line],
      environment: ["ASSAY": BuiltProduct.executable("assay").path], in: url)
  }

  func data(_ path: String) throws -> Data {
    try Data(contentsOf: url.appending(path: path))
  }

  func text(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }
}
