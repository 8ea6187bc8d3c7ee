import Experiment
import Foundation
import Harness
import HarnessFixtures
import Testing

/// Stored cells run again, bit by bit.
@Suite struct RepeatingTests {
  private func repeated(
    _ plan: ToyPlan, on bench: Bench, share: Double = 1,
    changing change: (inout CellResult) -> Void = { _ in }
  ) throws -> [RepeatedCell] {
    let stored = try bench.store.frame().cells.map { cell in
      var cell = cell
      change(&cell)
      return cell
    }
    return try bench.harness.repeating(
      try plan.plan(), share: share,
      known: { name in stored.first { $0.identity == name } }, options: bench.options
    ) { _ in }
  }

  @Test func whatIsDeterministicComesBackAndNothingIsStored() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.seeds = 0..<3
    _ = try bench.run(plan)
    let runs = try bench.store.runs().count
    #expect(try repeated(plan, on: bench).map(\.outcome) == [.identical, .identical, .identical])
    #expect(try bench.store.runs().count == runs)
  }

  @Test func aChangedNumberIsNamed() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let plan = ToyPlan(behaviours: [.good])
    _ = try bench.run(plan)
    let cells = try repeated(plan, on: bench) { cell in
      let old = cell.evaluation.measurements[0]
      cell.evaluation.measurements[0] = Measurement(
        metric: old.metric, split: old.split, evaluation: old.evaluation,
        value: .value((old.value.number ?? 0).nextUp), sampleCount: old.sampleCount)
    }
    #expect(cells.count == 1)
    guard case .differs(let sentences) = cells[0].outcome else {
      Issue.record("a bit more was taken for the same: \(cells[0].outcome)")
      return
    }
    #expect(sentences.count == 1)
    #expect(sentences[0].hasPrefix("error on test, one-step, position 0: "))
    #expect(cells[0].isBroken)
  }

  @Test func whatCannotBeComparedIsSaidToBeSo() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good, .throwing])
    _ = try bench.run(plan)
    let cells = try repeated(plan, on: bench) { $0.key = $0.state == .done ? "another" : $0.key }
    let reasons = cells.compactMap { cell -> String? in
      guard case .notComparable(let reason) = cell.outcome else { return nil }
      return reason
    }
    #expect(reasons.count == 2)
    #expect(reasons.contains { $0.hasPrefix("code, parameters, data or machine changed") })
    #expect(reasons.contains { $0.hasPrefix("stored as failed") })
    plan.seeds = 7..<8
    let unknown = try repeated(plan, on: bench)
    #expect(unknown[0].outcome == .notComparable("no stored result"))
  }

  @Test func aShareIsChosenByTheKeysAlone() throws {
    let bench = try Bench()
    defer { bench.remove() }
    var plan = ToyPlan(behaviours: [.good])
    plan.seeds = 0..<10
    _ = try bench.run(plan)
    let some = try repeated(plan, on: bench, share: 0.3).map(\.identity.seed)
    #expect(some.count == 3)
    #expect(some == some.sorted())
    #expect(try repeated(plan, on: bench, share: 0.3).map(\.identity.seed) == some)
  }
}
