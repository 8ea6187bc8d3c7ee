import Experiment
import Networks
import Solvers

/// The numbers of the solves of one pass, summed over them when there are several.
struct SolvedSample {
  /// By account.
  let numbers: [(account: String, value: MeasuredValue)]

  /// Of `solves`; missing, with where and why, when one did not finish.
  init(_ solves: [any RecordedSolve]) {
    let broken = solves.first { $0.outcome != .finished }.map { "\($0.outcome)" }
    func number(_ value: Int) -> MeasuredValue {
      broken.map { .missing($0) } ?? .value(Double(value))
    }
    let steps = solves.flatMap(\.trace.accepted)
    let stiffness = steps.map(\.eigenvalueEstimate).max() ?? 0
    numbers = [
      ("nfe", number(solves.reduce(0) { $0 + $1.trace.work.evaluations })),
      ("accepted-steps", number(steps.count)),
      ("rejected-steps", number(solves.reduce(0) { $0 + $1.trace.rejectedCount })),
      (
        "stiffness",
        stiffness > 0 ? MeasuredValue(stiffness) : .missing("the method does not estimate it")
      ),
    ]
  }

  /// The entries of `samples`, a value a sample.
  static func entries(_ samples: [SolvedSample], evaluation: String) -> [ModelAccount.Entry] {
    guard let first = samples.first else { return [] }
    return first.numbers.indices.map { index in
      ModelAccount.Entry(
        name: first.numbers[index].account, evaluation: evaluation,
        values: samples.map { $0.numbers[index].value })
    }
  }
}
