import Foundation
import Solvers
import Testing

/// Adjoint equations of a small nonlinear system beside the discrete adjoint of the same solve.
@Suite struct ContinuousAdjointTests {
  private static let adjoints = [
    ContinuousAdjoint(.interpolating), ContinuousAdjoint(.backsolve),
    ContinuousAdjoint(.interpolating, integral: .measured),
    ContinuousAdjoint(.backsolve, integral: .measured),
  ]

  private static func record(
    _ tolerance: Double, keeping: SolveRecord<Double>.Keeping = .stages,
    steps: SolveOptions.Steps? = nil
  ) -> SolveRecord<Double> {
    let system = SolveRecordTests.Oscillator([1.3, 0.8])
    return ExplicitRungeKutta(.tsit5).record(
      system.problem([0.7, -0.4]),
      SolveOptions(
        steps: steps ?? .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance)),
        saving: .interpolated(at: [0, 0.13, 0.5, 0.6, 0.9])), keeping: keeping)
  }

  private static func seeds(_ record: SolveRecord<Double>) -> [[Double]] {
    record.solution.states.indices.map { [Double($0) + 0.7, -1.1] }
  }

  private func gradient(
    _ adjoint: ContinuousAdjoint, _ record: SolveRecord<Double>
  ) -> ContinuousGradient<Double> {
    adjoint.gradient(of: record, states: Self.seeds(record), parameterCount: 2) {
      time, y, w, rate, state, parameters in
      let system = SolveRecordTests.Oscillator([1.3, 0.8])
      system.problem([0, 0]).rate(time, y, rate)
      (state[0], state[1]) = (0, 0)
      system.transpose(time, y, w, state)
      (parameters[0], parameters[1]) = (system.gradient[0], system.gradient[1])
    }
  }

  private func discrete(_ record: SolveRecord<Double>) -> [Double] {
    let system = SolveRecordTests.Oscillator([1.3, 0.8])
    return record.backward(GradientSeed(states: Self.seeds(record))) {
      system.transpose($0, $1, $2, $3)
    } + system.gradient
  }

  @Test(arguments: adjoints)
  func theGradientConvergesToTheDiscreteOneWithTheTolerance(adjoint: ContinuousAdjoint) {
    var last = Double.infinity
    for tolerance in [1e-4, 1e-7, 1e-10] {
      let record = Self.record(tolerance)
      let found = gradient(adjoint, record)
      #expect(found.report.outcome == .finished)
      let difference =
        zip(found.initial + found.parameters, discrete(record)).map { abs($0 - $1) }
        .max() ?? .nan
      // a dozen steps with weights of size 5 in five intervals, each with errors of one tolerance
      #expect(difference < 100 * tolerance, "\(adjoint) \(tolerance): \(difference)")
      #expect(difference < last)
      last = difference
    }
  }

  @Test func fixedAndGivenStepsAreTakenBackwards() {
    let record = Self.record(1, steps: .fixed(size: 0.05))
    let found = gradient(ContinuousAdjoint(.interpolating), record)
    // 3 + 8 + 2 + 6 steps between 0, 0.13, 0.5, 0.6 and 0.9
    #expect(found.report.trace.accepted.count == 19)
    for (a, b) in zip(found.initial + found.parameters, discrete(record)) {
      // 0.05⁵ of a method of order 5 and dense output of order 4
      #expect(abs(a - b) < 1e-5 * (1 + abs(b)))
    }
    let ends = [0.1, 0.3, 0.55, 0.8]
    let given = gradient(
      ContinuousAdjoint(.backsolve), Self.record(1, steps: .given(ends: ends)))
    #expect(given.report.trace.accepted.first?.time == 0.9)
    #expect(
      given.report.trace.accepted.map { abs($0.time - 0.8) }.min().map { $0 < 1e-12 } == true)
  }

  @Test func theWayBackIsCounted() {
    let record = Self.record(1e-8)
    for (adjoint, isSolvedBackwards) in [
      (ContinuousAdjoint(.interpolating), false), (ContinuousAdjoint(.backsolve), true),
    ] {
      let trace = gradient(adjoint, record).report.trace
      // in each of four intervals the first stage, then six a step; two evaluations for the first step
      #expect(trace.work.transposedProducts == 6 * trace.attempts.count + 4 + 2)
      #expect(trace.work.evaluations == (isSolvedBackwards ? trace.work.transposedProducts : 0))
    }
    _ = discrete(record)
    let steps = record.solution.trace.accepted.count
    #expect(record.backwardWork.transposedProducts == 6 * steps + 1)
    #expect(record.backwardWork.evaluations == 0)
  }

  @Test func backsolveKeepsNoStates() {
    let record = Self.record(1e-8, keeping: .solution)
    #expect(record.peakStateCount == 1)
    let found = gradient(ContinuousAdjoint(.backsolve), record)
    for (a, b) in zip(found.initial + found.parameters, discrete(Self.record(1e-8))) {
      #expect(abs(a - b) < 1e-6)
    }
  }

  @Test func aWayBackThatFailsGivesNoNumbers() {
    let record = Self.record(1e-6)
    let found = ContinuousAdjoint(.interpolating).gradient(
      of: record, states: Self.seeds(record), parameterCount: 2
    ) { time, _, _, rate, state, parameters in
      rate.update(repeating: 0, count: 2)
      state.update(repeating: time < 0.3 ? .nan : 1, count: 2)
      parameters.update(repeating: 0, count: 2)
    }
    #expect((found.initial + found.parameters).allSatisfy { $0.isNaN })
    guard case .nonFinite(let time, _) = found.report.outcome else {
      Issue.record("\(found.report.outcome)")
      return
    }
    #expect(time >= 0.3 && time <= 0.5)
  }

  @Test func denseOutputIsTheSavedState() {
    let record = Self.record(1e-6)
    for (time, state) in zip(record.solution.times, record.solution.states) {
      // the sums are taken in another order
      for (a, b) in zip(record.state(at: time), state) { #expect(abs(a - b) < 1e-14) }
    }
  }
}
