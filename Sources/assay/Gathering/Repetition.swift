import Experiment
import Foundation
import Harness
import Planning

/// Runs cells again that `assay verify` or `assay baseline verify` chose, and tells how it ended.
struct Repetition {
  let harness: Harness
  let options: RunOptions
  let share: Double
  let progress: ProgressPrinter

  /// - Throws: `Outcome` when a number did not come back, or nothing could be compared.
  func run(_ plans: [Plan], beside frame: ResultFrame) throws {
    let known = Dictionary(frame.cells.map { ($0.identity, $0) }) { first, _ in first }
    let control = RunControl()
    let watch = InterruptWatch(control) {
      Foundation.exit(Experiment.ExitCode.interrupted.rawValue)
    }
    var cells: [RepeatedCell] = []
    for plan in plans where !control.isCancelled {
      cells += try harness.repeating(
        plan, share: share, known: { known[$0] }, options: options, control: control,
        events: progress.print)
    }
    withExtendedLifetime(watch) {}
    try tell(cells, isCancelled: control.isCancelled)
  }

  private func tell(_ cells: [RepeatedCell], isCancelled: Bool) throws {
    let identical = cells.count { $0.outcome == .identical }
    let broken = cells.count(where: \.isBroken)
    for cell in cells {
      if case .notComparable(let reason) = cell.outcome { print("\(cell.identity): \(reason)") }
    }
    print(
      "\(cells.count) cells: \(identical) the same bits, \(broken) not, "
        + "\(cells.count - identical - broken) not comparable")
    if isCancelled { throw Outcome(code: .interrupted) }
    if broken > 0 { throw Outcome(code: .regression) }
    guard identical > 0 else { throw Outcome(code: .badInput) }
  }
}
