import Experiment

/// How often each cell of a run was tried, and whether its last attempt counts.
struct Attempts {
  /// What an attempt is.
  enum Verdict: Equatable {
    /// The cell's outcome.
    case counts
    /// A failure that another attempt may not have; attempts count from 1.
    case failedByChance(attempt: Int)
    /// Finished beside other programs that kept more cores busy than allowed.
    case disturbed(attempt: Int, isLast: Bool)
  }

  private static let mostDisturbed = 3
  /// The fact of a cell whose every attempt had too much beside it.
  static let disturbedFact = "foreign-load"
  private let mostForeignLoad: Double
  private var failed: [Int: Int] = [:]
  private var disturbed: [Int: Int] = [:]

  init(_ options: RunOptions) {
    mostForeignLoad = options.attempts.mostForeignLoad ?? .infinity
  }

  /// Judges an attempt at `item`; one that was disturbed gets a fact that says so.
  mutating func judge(_ result: inout CellResult, item: Int, retries: Int) -> Verdict {
    if result.failure?.isTransient == true {
      let attempt = failed[item, default: 0] + 1
      guard attempt <= retries else { return .counts }
      failed[item] = attempt
      return .failedByChance(attempt: attempt)
    }
    let load = result.resources.foreignLoad
    guard result.state == .done, load > mostForeignLoad else { return .counts }
    result.facts[Self.disturbedFact] =
      "\(load.rounded(toPlaces: 2)) cores, \(mostForeignLoad.rounded(toPlaces: 2)) allowed"
    let attempt = disturbed[item, default: 0] + 1
    disturbed[item] = attempt
    return .disturbed(attempt: attempt, isLast: attempt >= Self.mostDisturbed)
  }
}
