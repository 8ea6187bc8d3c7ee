import Autodiff
import Foundation
import Networks
import Solvers
import Tensors
import Testing

/// Gradients of a small neural equation by each adjoint.
@Suite struct AdjointMethodTests {
  init() { BLAS.pinToOneThread() }

  /// y' = W₂ tanh(W₁ [y, t]) for two samples of two numbers, perhaps with a layer normalisation between.
  struct Field<S: SolverScalar> {
    let first = Parameter<S>(name: "first", shape: [4, 3])
    let second = Parameter<S>(name: "second", shape: [2, 4])
    var isNormalised = false

    init() {
      first.value.load((0..<12).map { S(cos(Double($0))) })
      second.value.load((0..<8).map { S(sin(Double(2 * $0))) })
    }

    func rate(_ tape: Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> Variable<S> {
      let hidden = tape.dense(
        tape.concatenated([state, time], axis: 1), weight: first, bias: nil, activation: .tanh)
      guard isNormalised else { return tape.dense(hidden, weight: second, bias: nil) }
      let (scale, shift) = (
        Parameter<S>(name: "scale", shape: [4]), Parameter<S>(name: "shift", shape: [4])
      )
      scale.value.fill(1)
      let even = tape.layerNormalised(hidden, scale: scale, shift: shift)
      return tape.dense(even, weight: second, bias: nil)
    }
  }

  static let start = [0.3, -0.2, 0.9, -0.7]
  private static let seed = [0.2, 1, -1, 0.5, 0.3, 0.1, -0.4, 2, 1, 2, -1, 0.5]

  private func options(_ tolerance: Double) -> SolveOptions {
    SolveOptions(
      steps: .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance)),
      saving: .hit(at: [0, 0.4, 1]))
  }

  private func gradient<S: SolverScalar>(
    _ adjoint: AdjointMethod, _ tolerance: Double, isNormalised: Bool = false,
    as precision: S.Type
  ) -> (numbers: [Double], solve: TapedSolve<S>) {
    let tape = Tape<S>(.training)
    var field = Field<S>()
    field.isNormalised = isNormalised
    let initial = tape.input([2, 2])
    for (index, value) in Self.start.enumerated() { initial.value[index] = S(value) }
    let result = tape.solution(
      from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5), options(tolerance),
      adjoint: adjoint
    ) { field.rate($0, $1, $2) }
    for _ in 0..<2 {
      tape.forward()
      tape.backward(from: result.states, seed: Self.seed.map { S($0) })
    }
    let gradients =
      initial.gradientValues + field.first.gradient.values + field.second.gradient.values
    return (gradients.map(Double.init), result.solve)
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { abs($0 - $1) }.max() ?? .nan
  }

  @Test func checkpointsChangeNoBit() {
    for rule in [CheckpointRule.squareRoot, .steps(atMost: 2)] {
      let single = gradient(.discrete, 1e-5, as: Float.self)
      #expect(gradient(.checkpointed(rule), 1e-5, as: Float.self).numbers == single.numbers)
      let (whole, part) = (
        gradient(.discrete, 1e-9, as: Double.self),
        gradient(.checkpointed(rule), 1e-9, as: Double.self)
      )
      #expect(part.numbers == whole.numbers)
      #expect(part.solve.peakStateCount < whole.solve.peakStateCount)
    }
  }

  @Test(
    arguments: [ContinuousAdjoint.Path.interpolating, .backsolve],
    [ContinuousAdjoint.IntegralError.ignored, .measured])
  func theAdjointsAgreeWithinTheTolerance(
    path: ContinuousAdjoint.Path, integral: ContinuousAdjoint.IntegralError
  ) {
    let adjoint = AdjointMethod.continuous(ContinuousAdjoint(path, integral: integral))
    var last = Double.infinity
    for tolerance in [1e-4, 1e-7, 1e-10] {
      let found = gradient(adjoint, tolerance, as: Double.self)
      #expect(found.solve.backward.outcome == .finished)
      #expect(found.solve.backward.trace.work.transposedProducts > 10)
      let apart = distance(found.numbers, gradient(.discrete, tolerance, as: Double.self).numbers)
      // a dozen steps with weights of size 2, each with errors of one tolerance
      #expect(apart < 100 * tolerance && apart < last, "\(adjoint) \(tolerance): \(apart)")
      last = apart
    }
    let single = gradient(adjoint, 1e-4, as: Float.self).numbers
    #expect(distance(single, gradient(.discrete, 1e-4, as: Float.self).numbers) < 1e-2)
  }

  @Test func keptEvaluationsGiveTheSameGradientButForRounding() {
    for limit in [1 << 30, 1 << 12, 1] {
      let adjoint = AdjointMethod.kept(limitBytes: limit)
      let kept = gradient(adjoint, 1e-9, as: Double.self)
      // sums of a dozen steps of numbers of size 10
      #expect(
        distance(kept.numbers, gradient(.discrete, 1e-9, as: Double.self).numbers) < 1e-13)
      #expect(kept.solve.backward.trace.work.evaluations == 0)
      let single = gradient(adjoint, 1e-4, as: Float.self).numbers
      #expect(distance(single, gradient(.discrete, 1e-4, as: Float.self).numbers) < 1e-4)
    }
  }

  @Test func aRateThatRemembersElsewhereIsEvaluatedAgain() {
    let kept = gradient(.kept(), 1e-6, isNormalised: true, as: Double.self).numbers
    let discrete = gradient(.discrete, 1e-6, isNormalised: true, as: Double.self).numbers
    let apart = distance(kept, discrete)
    // sums of a dozen steps of numbers of size 100
    #expect(apart < 1e-12 && kept.contains { abs($0) > 0.1 }, "\(apart)")
  }

  @Test(arguments: [AdjointMethod.discrete, .kept(), .checkpointed(), .interpolating, .backsolve])
  func theGradientIsThatOfDifferences(adjoint: AdjointMethod) {
    let ours = gradient(adjoint, 1e-10, as: Double.self).numbers
    func loss(_ move: (Field<Double>, Variable<Double>) -> Void) -> Double {
      let tape = Tape<Double>(.inference)
      let field = Field<Double>()
      let initial = tape.input([2, 2])
      for (index, value) in Self.start.enumerated() { initial.value[index] = value }
      move(field, initial)
      let states = tape.solution(
        from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5), options(1e-10)
      ) { field.rate($0, $1, $2) }.states
      tape.forward()
      return zip(states.values, Self.seed).map(*).reduce(0, +)
    }
    let d = 1e-4
    let moves: [(Int, (Field<Double>, Variable<Double>, Double) -> Void)] = [
      (1, { $1.value[1] += $2 }), (4 + 5, { $0.first.value.start[5] += $2 }),
      (4 + 11, { $0.first.value.start[11] += $2 }), (16 + 6, { $0.second.value.start[6] += $2 }),
    ]
    for (index, move) in moves {
      let difference = (loss { move($0, $1, d) } - loss { move($0, $1, -d) }) / (2 * d)
      // d² / 6 of third derivatives of size 10, and the tolerance over d
      #expect(abs(ours[index] - difference) < 2e-6, "\(adjoint) \(index)")
    }
  }

  @Test func aWayBackThatFailsIsNamed() {
    let tape = Tape<Double>(.training)
    let initial = tape.input([1, 2])
    let weight = Parameter<Double>(name: "a", shape: [2, 2])
    weight.value.load([-1, 0, 0, 0.5])
    initial.value[0] = 1
    let result = tape.solution(
      from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5), options(1e-6),
      adjoint: .interpolating
    ) { tape, _, state in
      let spoilt = tape.custom(
        [state], shape: [1, 2], value: { $1.update(from: $0[0], count: 2) },
        gradient: { _, _, _, shares in shares[0]?.update(repeating: .nan, count: 2) })
      return tape.dense(spoilt, weight: weight, bias: nil)
    }
    tape.forward()
    tape.backward(from: result.states)
    #expect(initial.gradientValues.allSatisfy { $0.isNaN })
    #expect(weight.gradient.values.allSatisfy { $0.isNaN })
    #expect(
      tape.firstNotFinite()?.description
        == "InitialValueSolve of a has no finite gradient: the adjoint of tsit5: t = 1.0: the state or rate "
        + "at the start is not finite; expected finite numbers; look at the right-hand side there.")
  }

  /// The second of two shards keeps the gradients of its parameters to itself.
  @Test(arguments: [AdjointMethod.discrete, .kept(), .interpolating])
  func gradientsGoWhereTheTapeKeepsThem(adjoint: AdjointMethod) {
    let tape = Tape<Double>(.training, gradients: .tape)
    let field = Field<Double>()
    let initial = tape.input([2, 2])
    for (index, value) in Self.start.enumerated() { initial.value[index] = value }
    let result = tape.solution(
      from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5), options(1e-7), adjoint: adjoint
    ) { field.rate($0, $1, $2) }
    tape.forward()
    tape.backward(from: result.states, seed: Self.seed)
    #expect(field.second.gradient.values.allSatisfy { $0 == 0 })
    let expected = gradient(adjoint, 1e-7, as: Double.self).numbers.suffix(8)
    let found = tape.gradient(of: field.second).map { start in (0..<8).map { start[$0] } } ?? []
    #expect(found == Array(expected))
  }

  @Test func timesMayChangeFromPassToPass() {
    let tape = Tape<Double>(.training)
    let field = Field<Double>()
    let initial = tape.input([2, 2])
    for (index, value) in Self.start.enumerated() { initial.value[index] = value }
    let result = tape.solution(
      from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5), options(1e-8)
    ) { field.rate($0, $1, $2) }
    tape.forward()
    let first = result.states.values
    result.solve.retime(over: 0...1.4, saving: [0.1, 0.7, 1.4])
    tape.forward()
    tape.backward(from: result.states)
    #expect(result.states.values != first && result.solve.span == 0...1.4)
    let other = tape.solution(
      from: initial, over: 0...1.4, by: ExplicitRungeKutta(.tsit5),
      SolveOptions(
        steps: .adaptive(AdaptiveSteps(absolute: 1e-8, relative: 1e-8)),
        saving: .hit(at: [0.1, 0.7, 1.4]))
    ) { field.rate($0, $1, $2) }
    tape.forward()
    #expect(result.states.values == other.states.values)
    result.solve.retime(over: 0...1, saving: [0, 0.4, 1])
    tape.forward()
    #expect(result.states.values == first)
  }
}
