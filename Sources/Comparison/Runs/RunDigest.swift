import Experiment

/// What continuous integration is told of a run: how every cell ended, why those failed that did, and
/// what a comparison with a baseline found. It is made from stored results, so that it is the same for
/// one run and for shards that were merged.
public struct RunDigest: Sendable {
  /// The profile.
  public let profile: Profile
  /// The suites, for headings and headlines.
  public let suites: [SuiteDescription]
  /// The newest results at the profile, sorted by identity.
  public let cells: [CellResult]
  /// Cells that should be there and are not.
  public let missing: [CellIdentity]
  /// The end of the log of each cell that failed, by its key.
  public let logs: [String: String]
  /// The comparison with a baseline, nil when none was asked for.
  public let comparison: ComparisonReport?

  let frame: ResultFrame

  /// A digest.
  /// - Parameters:
  ///   - frame: The results.
  ///   - profile: The profile; cells of others are left out.
  ///   - expected: The cells of the plan, when it is known: others are left out, and those without a
  ///     result are missing.
  ///   - logs: The end of the log of each cell that failed, by its key.
  ///   - comparison: The comparison with a baseline.
  public init(
    _ frame: ResultFrame, profile: Profile, expected: [CellIdentity]? = nil,
    logs: [String: String] = [:], comparison: ComparisonReport? = nil
  ) {
    let wanted = expected.map(Set.init)
    self.profile = profile
    suites = frame.suites
    cells = frame.cells.filter {
      $0.identity.profile == profile && wanted?.contains($0.identity) ?? true
    }.sorted { $0.identity < $1.identity }
    let found = Set(cells.map(\.identity))
    missing = (expected ?? []).filter { !found.contains($0) }.sorted()
    self.logs = logs
    self.comparison = comparison
    var own = frame
    own.cells = cells
    self.frame = own
  }

  /// The cells that have no numbers, though nobody declared that they should not.
  public var failures: [CellResult] {
    cells.filter { $0.state != .done && $0.state != .skipped }
  }

  /// As in `14 cells: 12 done, 1 failed, 1 timed-out; 2 more were not run`.
  public var tally: String {
    let counts = CellState.allCases.compactMap { state in
      let count = cells.count { $0.state == state }
      return count > 0 ? "\(count) \(state.rawValue)" : nil
    }
    let rest = missing.isEmpty ? "" : "; \(missing.count) more were not run"
    return "\(cells.count) \(cells.count == 1 ? "cell" : "cells"): "
      + (counts.isEmpty ? "none" : counts.joined(separator: ", ")) + rest
  }

  /// A failure's word and reason, as in `timed-out: 1 s wall-clock limit`.
  func sentence(_ cell: CellResult) -> String {
    let word = kind(cell)
    return cell.reason.isEmpty ? word : "\(word): \(cell.reason)"
  }

  /// The kind of a failure, or the state of a cell that has none.
  func kind(_ cell: CellResult) -> String { cell.failure?.rawValue ?? cell.state.rawValue }
}
