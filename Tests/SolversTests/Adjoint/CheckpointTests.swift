import Solvers
import Testing

/// Gradients from checkpoints beside those from everything.
@Suite struct CheckpointTests {
  private static let rules: [CheckpointRule] = [.squareRoot, .steps(atMost: 1), .steps(atMost: 3)]

  private static let adaptive = SolveOptions(
    steps: .adaptive(AdaptiveSteps(absolute: 1e-7, relative: 1e-6)),
    saving: .interpolated(at: [0, 0.13, 0.5, 0.6, 1]))

  /// All that a solve returned with arbitrary weights.
  private func gradient(
    _ tableau: RungeKuttaTableau, _ options: SolveOptions, _ keeping: SolveRecord<Double>.Keeping
  ) -> [Double] {
    let system = SolveRecordTests.Oscillator([1.3, 0.8])
    let record = ExplicitRungeKutta(tableau).record(
      system.problem([0.7, -0.4]), options, keeping: keeping)
    let steps = record.solution.trace.accepted.count
    let seed = GradientSeed<Double>(
      states: record.solution.states.indices.map { [Double($0) + 0.7, -1.1] },
      errorEstimates: (0..<steps).map { 0.1 * Double($0 + 1) },
      eigenvalueEstimates: (0..<steps).map { _ in 0.3 })
    return record.backward(seed) { system.transpose($0, $1, $2, $3) } + system.gradient
  }

  @Test(arguments: RungeKuttaTableau.catalogue)
  func theGradientHasTheBitsOfTheFullRecord(tableau: RungeKuttaTableau) {
    for options in [SolveRecordTests.options, Self.adaptive] {
      if case .adaptive = options.steps, tableau.embedded == nil { continue }
      let whole = gradient(tableau, options, .stages)
      for rule in Self.rules {
        #expect(
          gradient(tableau, options, .checkpoints(rule)) == whole, "\(tableau.name) \(rule)")
      }
    }
  }

  @Test func theStoredStatesGrowWithTheRootOfTheSteps() {
    let problem = InitialValueProblem<Float>(initial: [1], span: 0...1) { $2[0] = -$1[0] }
    func record(_ keeping: SolveRecord<Float>.Keeping, _ steps: Int) -> (Int, [Float]) {
      let record = ExplicitRungeKutta(.tsit5).record(
        problem, SolveOptions(steps: .fixed(size: 1 / Double(steps))), keeping: keeping)
      let gradient = record.backward(GradientSeed(states: [[1]])) { $3[0] -= $2[0] }
      return (record.peakStateCount, gradient)
    }
    for steps in [50, 200, 800] {
      let (all, expected) = record(.stages, steps)
      let (some, found) = record(.checkpoints(.squareRoot), steps)
      #expect(found == expected)
      // a state and seven stages of each step, and the last state
      #expect(all == 8 * steps + 1)
      // two numbers of each of √(8N) checkpoints, eight of each of the √(2N) steps between two of them
      let root = Double(steps).squareRoot()
      #expect(Double(some) <= (2 * 8.0.squareRoot() + 8 * 2.0.squareRoot()) * root + 1)
    }
    let (bounded, _) = record(.checkpoints(.steps(atMost: 4)), 64)
    // at most 4 checkpoints of two numbers, 16 or 32 steps of eight between them
    #expect(bounded <= 4 * 2 + 32 * 8 + 1)
  }
}
