import Experiment
import ExternalModels
import Foundation
import TestSupport
import Testing

/// Whatever a program does becomes a failure of the right kind with a sentence, in bounded time, and
/// nothing of the program is left.
@Suite struct HostileProgramTests {
  @Test(arguments: HostileProgram.frames + HostileProgram.tensors + HostileProgram.files)
  func itsWordsBecomeAFailureOfAKind(hostile: HostileProgram) throws {
    try expectFailure(of: ToyProgram(hostile.behaviour), hostile)
  }

  @Test(arguments: HostileProgram.ends)
  func itsEndBecomesAFailureOfAKind(hostile: HostileProgram) throws {
    var toy = try ToyProgram(hostile.behaviour)
    toy.diskMebibytes = 8
    try expectFailure(of: toy, hostile)
  }

  @Test(arguments: HostileProgram.hangs)
  func itsSilenceEndsAtTheDeadline(hostile: HostileProgram) throws {
    var toy = try ToyProgram(hostile.behaviour)
    toy.wallSeconds = 2
    try expectFailure(of: toy, hostile)
  }

  private func expectFailure(of toy: ToyProgram, _ hostile: HostileProgram) throws {
    let failure = try #require(throws: ModelFailure.self) { try toy.live() }
    #expect(failure.kind == hostile.kind, "\(failure.reason)")
    #expect(failure.reason.contains(hostile.words), "\(failure.reason)")
    #expect(Self.processes(in: toy.folder.url).isEmpty, "something of the program lives on")
  }

  @Test func aProgramThatIsNotThereIsNotStarted() throws {
    let toy = try ToyProgram()
    var program = toy.program
    program.executable = toy.folder.url.appending(path: "none").path
    let failure = try #require(throws: ModelFailure.self) {
      try ExternalModel.start(
        program, role: ToyProgram.role, parameters: .mapping([:]), seed: 0, at: toy.place)
    }
    #expect(failure.kind == .notStarted)
    #expect(failure.reason.contains("cannot start the program: No such file or directory"))
  }

  @Test func aFileThatIsNoProgramIsNotStarted() throws {
    let toy = try ToyProgram()
    var program = toy.program
    program.executable = toy.folder.url.appending(path: "toy.py").path
    chmod(program.executable, 0o644)
    let failure = try #require(throws: ModelFailure.self) {
      try ExternalModel.start(
        program, role: ToyProgram.role, parameters: .mapping([:]), seed: 0, at: toy.place)
    }
    #expect(failure.kind == .notStarted)
    #expect(failure.reason.contains("Permission denied"))
  }

  @Test func aFolderThatIsNotThereIsNotEntered() throws {
    let toy = try ToyProgram()
    var program = toy.program
    program.folder = toy.folder.url.appending(path: "none")
    let failure = try #require(throws: ModelFailure.self) {
      try ExternalModel.start(
        program, role: ToyProgram.role, parameters: .mapping([:]), seed: 0, at: toy.place)
    }
    #expect(failure.reason.contains("cannot enter its folder"))
  }

  @Test func whatAProgramStartedDiesWithIt() throws {
    let toy = try ToyProgram("zombies")
    try toy.live()
    #expect(Self.processes(in: toy.folder.url).isEmpty)
  }

  /// The processes whose working folder is `folder`.
  private static func processes(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let place = folder.resolvingSymlinksInPath().path
    return names.filter { name in
      let cwd = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(name)/cwd")
      return cwd == place
    }
  }
}
