import DataFormats
import Experiment
import Foundation

/// What a look at a user's copy of CFDBench's data found.
public struct ImportSummary: Sendable, Equatable {
  /// How much there is of one sweep.
  public struct SweepContent: Sendable, Equatable {
    /// The problem.
    public let problem: FlowProblem
    /// The sweep.
    public let sweep: FlowSweep
    /// Its whole cases.
    public let cases: Int
    /// Their frames.
    public let frames: Int

    /// The folder in the official tree, as in `cavity/bc`.
    public var path: String { "\(problem.rawValue)/\(sweep.rawValue)" }
    /// How many cases are published.
    public var publishedCases: Int { problem.cases(of: sweep).count }
  }

  /// The folder that holds the folders of problems.
  public let root: URL
  /// The sweeps that are there, problem by problem in the order BC, PROP, GEO.
  public let sweeps: [SweepContent]
  /// The kinds of number that occur, sorted by name.
  public let elementTypes: [NPYHeader.ElementType]
  /// SHA-256 over the manifest of all of `sweeps`.
  public let contentHash: String
  /// Everything that is wrong; the data can be used only when there is nothing.
  public let problems: [AssayError]
  /// What is unusual but no obstacle, as a gap in the numbering.
  public let notes: [String]

  /// The whole cases.
  public var cases: Int { sweeps.map(\.cases).reduce(0, +) }
  /// The frames.
  public var frames: Int { sweeps.map(\.frames).reduce(0, +) }

  /// Where the data lie, for the tasks.
  public var location: DataLocation {
    DataLocation(folder: root, origin: .imported, contentHash: contentHash)
  }

  /// Throws what is wrong, all of it in one error.
  public func requireNoProblems() throws {
    var list = ProblemList()
    list.append(contentsOf: problems)
    try list.throwIfAny(in: root)
  }
}
