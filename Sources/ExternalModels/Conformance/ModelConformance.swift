import Experiment
import Foundation
import Tensors

/// The laws of a model's program, tried on made-up data of a small role, each with what to do when it is
/// broken. The program is started four times.
public struct ModelConformance {
  /// Optimiser steps that the program gets.
  static let steps = 20

  let program: ModelProgram
  let parameters: JSONValue
  let role: Role
  let data: MadeUpData
  /// What each process may spend; its wall-clock seconds are what it has for each answer.
  let budget: Budget
  private let scratch: ScratchSource
  private let tell: (ConformanceFinding) -> Void

  /// Laws of `program`.
  /// - Parameters:
  ///   - program: what is started
  ///   - parameters: handed over to it
  ///   - role: what it is asked to fulfil
  ///   - answerSeconds: what it has for each answer
  ///   - scratch: where its scratch folders come from
  ///   - tell: told of each finding as it is made
  public init(
    _ program: ModelProgram, parameters: JSONValue = .mapping([:]), role: Role = .madeUp,
    answerSeconds: Double = 120, scratch: ScratchSource = .temporary,
    tell: @escaping (ConformanceFinding) -> Void = { _ in }
  ) {
    self.program = program
    self.parameters = parameters
    self.role = role
    self.scratch = scratch
    self.tell = tell
    data = MadeUpData(role)
    budget = Budget(trainingSteps: Self.steps, batchSize: 4, wallSeconds: answerSeconds)
  }

  /// Tries all laws.
  /// - Throws: `AssayError` (cannot write) when there is no place for the program's files
  public func report() throws -> ConformanceReport {
    let course = ConformanceCourse(tell: tell)
    let before = FolderPicture(program.folder)
    let predictions = try course.attempt(.starts) { try wholeLife(course) }
    guard course.hasStarted else {
      return ConformanceReport(findings: course.findings, facts: course.facts)
    }
    try course.attempt(.sameSeed) { try secondLife(course, predictions) }
    try course.attempt(.noSteps) { try lifeWithoutSteps(course) }
    try course.attempt(.strangeRole) { try lifeInAStrangeRole(course) }
    course.note(.writes, writing(course, FolderPicture(program.folder).changes(since: before)))
    return ConformanceReport(findings: course.findings, facts: course.facts)
  }

  /// Starts the program for one life, in a scratch folder of its own.
  func start(
    _ role: Role, seed: UInt32 = 1, _ body: (inout ExternalModel) throws -> Void
  ) throws {
    let folder = try scratch.make()
    defer { scratch.clear(folder) }
    var model = try ExternalModel.start(
      program, role: role, parameters: parameters, seed: seed,
      at: ModelPlace(scratch: folder, threads: 1, budget: budget))
    defer { model.conversation.session.terminate() }
    try body(&model)
  }

  private func writing(_ course: ConformanceCourse, _ changed: [String]) -> String? {
    if course.facts["writes"] == "confined", changed.isEmpty { return nil }
    if let first = changed.first {
      return
        "it changed \(changed.count) files beside the model file, as '\(first)'; write to the scratch "
        + "folder of 'hello', which is TMPDIR and HOME too"
    }
    return "the kernel of this machine cannot confine it; nothing beside the model file changed"
  }
}
