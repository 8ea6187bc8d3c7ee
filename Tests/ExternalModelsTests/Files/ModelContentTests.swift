import Experiment
import ExternalModels
import Foundation
import TestSupport
import Testing

@Suite struct ModelContentTests {
  private static let shell = "/bin/sh"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("print(1)", to: "model.py")
    try folder.write("1", to: "layers/a.py")
    try folder.write("2", to: "layers/b.py")
  }

  private func hash(
    _ files: [String] = ["model.py", "layers"], command: [String] = ["sh", "model.py"]
  ) throws -> String {
    try ModelContent.hash(
      executable: Self.shell, command: command, files: files, in: folder.url)
  }

  @Test func itDependsOnContentsAndNamesAlone() throws {
    let before = try hash()
    #expect(try hash(["layers", "model.py"]) == before)
    try folder.write("print(1)", to: "model.py")
    try folder.write("x", to: "other.py")
    try folder.write("x", to: "layers/__pycache__/a.pyc")
    try folder.write("x", to: "layers/.hidden")
    #expect(try hash() == before)
    try folder.write("3", to: "layers/b.py")
    #expect(try hash() != before)
  }

  @Test func aFileMoreInAFolderChangesIt() throws {
    let before = try hash()
    try folder.write("", to: "layers/c.py")
    #expect(try hash() != before)
  }

  @Test func withoutFilesTheArgumentsThatAreFilesCount() throws {
    let before = try hash([], command: ["sh", "model.py", "--depth", "3", "layers"])
    #expect(try before == hash(["model.py"]))
  }

  @Test func aFileThatIsMissingIsRefused() {
    #expect(throws: refusal("nowhere.py", "no file or folder 'nowhere.py'")) {
      try hash(["nowhere.py"])
    }
  }

  @Test(arguments: ["../", "/etc/passwd", "layers/../../"]) func aPathThatLeavesIsRefused(
    path: String
  ) throws {
    let error = try #require(throws: AssayError.self) { try hash([path]) }
    #expect(error.found.hasPrefix("leaves the folder"))
  }

  @Test func aLinkThatLeavesIsRefusedAndOneWithinIsFollowed() throws {
    let link = folder.url.appending(path: "layers/link").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../model.py")
    _ = try hash()
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc")
    let error = try #require(throws: AssayError.self) { try hash() }
    #expect(error.found == "leaves the folder, for '/etc'")
  }

  @Test func aFolderWithinItselfIsRefused() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "layers/again").path, withDestinationPath: ".")
    let error = try #require(throws: AssayError.self) { try hash() }
    #expect(error.found == "folders within folders, 32 deep")
  }

  @Test func aPipeIsRefused() throws {
    mkfifo(folder.url.appending(path: "layers/pipe").path, 0o600)
    #expect(throws: refusal("layers/pipe", "neither a file nor a folder")) { try hash() }
  }

  private func refusal(_ path: String, _ found: String) -> AssayError {
    AssayError(
      .badInput, where: "file '\(path)' of an external model", found: found,
      expected: "files and folders below the folder of the model file",
      remedy: "correct the path under 'files', or move the file there")
  }
}
