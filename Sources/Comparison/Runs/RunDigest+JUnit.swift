import Experiment

extension RunDigest {
  /// JUnit XML: a test a cell, which fails with its kind, its reason and the end of its log, and a test
  /// a gate: that every cell has numbers, and that no comparison found a regression.
  public var junit: String {
    JUnitSuite(
      name: "cells \(profile.rawValue)",
      cases: cells.map(junitCase) + missing.map(Self.missingCase)
    ).wrapped(with: JUnitSuite(name: "gates", cases: gates.map(\.junitCase)))
  }

  /// The conditions that a run must meet as a whole.
  var gates: [RunGate] {
    let (count, all) = (failures.count + missing.count, cells.count + missing.count)
    let complete = RunGate(
      name: "every cell has numbers", holds: count == 0 && all > 0,
      reason: all == 0 ? "there is no cell" : "\(count) of \(all) cells have none")
    guard let comparison else { return [complete] }
    return [
      complete,
      RunGate(
        name: "no regression against \(comparison.baseline)", holds: !comparison.hasRegression,
        reason: comparison.tally),
    ]
  }

  private func junitCase(_ cell: CellResult) -> JUnitCase {
    let isFailure = cell.state != .done && cell.state != .skipped
    return JUnitCase(
      group: Self.group(cell.identity), name: Self.name(cell.identity),
      outcome: cell.state == .done ? .passed : isFailure ? .failed : .skipped, kind: kind(cell),
      reason: isFailure ? sentence(cell) : cell.reason, seconds: cell.resources.wallSeconds,
      details: isFailure ? logs[cell.key] ?? "" : "")
  }

  private static func missingCase(_ identity: CellIdentity) -> JUnitCase {
    JUnitCase(
      group: group(identity), name: name(identity), outcome: .failed, kind: "not-run",
      reason: "the store has no result of it")
  }

  private static func group(_ identity: CellIdentity) -> String {
    "\(identity.suite).\(identity.task)"
  }

  private static func name(_ identity: CellIdentity) -> String {
    "\(identity.model)/seed \(identity.seed)"
  }
}
