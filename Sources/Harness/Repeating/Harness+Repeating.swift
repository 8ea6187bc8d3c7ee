import Experiment
import Foundation
import Planning
import Randomness

extension Harness {
  /// Runs finished cells of `plan` again and compares every bit of their results with what `known` has.
  ///
  /// Nothing is stored: a repetition that differs must not take the place of what it was to confirm.
  /// - Parameters:
  ///   - plan: the cells to choose from
  ///   - share: the share of them that is run, from 0 (none) to 1 (all), at least one; which ones
  ///     follows from their keys alone
  ///   - known: the stored cell of a name, or nil
  ///   - options: as for a run
  ///   - control: stops the repetition: cells that had not come to an end are not among the results
  ///   - events: told of data and cells
  /// - Returns: the chosen cells in the order of the plan
  /// - Throws: `AssayError` when the store is damaged or no worker starts
  public func repeating(
    _ plan: Plan, share: Double, known: (CellIdentity) -> CellResult?, options: RunOptions,
    control: RunControl = RunControl(), events: @escaping (RunEvent) -> Void
  ) throws -> [RepeatedCell] {
    let pool = WorkerPool(worker, options: options, control: control)
    let cells = try PlanKeys(
      plan: plan, catalogue: catalogue, options: options, control: control, events: events
    ).cells(pool)
    let chosen = Self.chosen(cells, share: share)
    var found: [Int: RepeatedCell] = [:]
    var waiting: [(place: Int, cell: KeyedCell, stored: CellResult)] = []
    for (place, cell) in chosen.enumerated() {
      switch Self.comparable(cell, with: known(cell.identity)) {
      case .success(let stored): waiting.append((place, cell, stored))
      case .failure(let obstacle): found[place] = cell.repeated(.notComparable(obstacle.reason))
      }
    }
    try pool.run(
      waiting.map {
        WorkItem(request: .cell($0.cell.order(options)), limits: $0.cell.limits(options))
      },
      WorkObserver(started: { _, _ in }, stage: { _, _, _ in }) { report in
        let (place, cell, stored) = waiting[report.item]
        let repeated = cell.repeated(Self.outcome(of: report, beside: stored))
        found[place] = repeated
        events(.cellRepeated(cell: repeated))
      })
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  private struct Obstacle: Error {
    let reason: String
  }

  private static func comparable(_ cell: KeyedCell, with stored: CellResult?)
    -> Result<CellResult, Obstacle>
  {
    guard cell.problem.isEmpty else { return .failure(Obstacle(reason: cell.problem)) }
    guard let stored else { return .failure(Obstacle(reason: "no stored result")) }
    guard stored.state == .done else {
      return .failure(Obstacle(reason: "stored as \(stored.state.rawValue): \(stored.reason)"))
    }
    guard stored.key == cell.key.hash else {
      return .failure(
        Obstacle(reason: "code, parameters, data or machine changed since: its key is another"))
    }
    return .success(stored)
  }

  private static func outcome(of report: WorkReport, beside stored: CellResult)
    -> RepeatedCell.Outcome
  {
    switch report.result {
    case .success(.outcome(let outcome)):
      // A baseline keeps no curves, so only those that are stored are compared.
      let differences = stored.evaluation.differences(from: outcome.evaluation)
      return differences.isEmpty ? .identical : .differs(differences)
    case .success: preconditionFailure("the pool took another answer for a cell's outcome")
    case .failure(let failure): return .failed(failure.reason)
    }
  }

  /// The cells whose keys draw the smallest numbers.
  private static func chosen(_ cells: [KeyedCell], share: Double) -> [KeyedCell] {
    let count = share > 0 ? max(1, Int((share * Double(cells.count)).rounded())) : 0
    let root = RandomStream(seed: 0).stream("repeat")
    let drawn = cells.indices.sorted { left, right in
      var (a, b) = (root.stream(cells[left].key.hash), root.stream(cells[right].key.hash))
      return (a.next(), left) < (b.next(), right)
    }.prefix(count)
    return drawn.sorted().map { cells[$0] }
  }
}

extension KeyedCell {
  fileprivate func repeated(_ outcome: RepeatedCell.Outcome) -> RepeatedCell {
    RepeatedCell(identity: identity, key: key.hash, outcome: outcome)
  }
}
