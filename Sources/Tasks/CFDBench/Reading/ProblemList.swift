import Experiment
import Foundation

/// The mistakes in a folder, collected so that all are told at once.
struct ProblemList {
  /// How many are told in full.
  static let told = 20

  private(set) var problems: [AssayError] = []

  /// What `body` returns, or nil when it throws; its mistake is kept.
  mutating func attempt<Value>(_ body: () throws -> Value) -> Value? {
    do {
      return try body()
    } catch let error as AssayError {
      problems.append(error)
    } catch {
      problems.append(
        AssayError(
          .badInput, where: "reading", found: "\(error)", expected: "readable files",
          remedy: "check the folder and its permissions"))
    }
    return nil
  }

  mutating func append(_ problem: AssayError) {
    problems.append(problem)
  }

  mutating func append(contentsOf others: [AssayError]) {
    problems.append(contentsOf: others)
  }

  /// Throws one error that tells the first problems and their number, if there is any.
  func throwIfAny(in folder: URL) throws {
    guard problems.count != 1 else { throw problems[0] }
    guard !problems.isEmpty else { return }
    let lines = problems.prefix(Self.told).map { "\n  \($0)" }.joined()
    let rest = problems.count > Self.told ? "\n  and \(problems.count - Self.told) more" : ""
    throw AssayError(
      .badInput, where: folder.path, found: "\(problems.count) problems:\(lines)\(rest)\n ",
      expected: "a folder in the official format of CFDBench",
      remedy: "correct or download the files again")
  }
}
