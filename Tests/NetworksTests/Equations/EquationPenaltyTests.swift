import Autodiff
import Foundation
import Networks
import Randomness
import Solvers
import Tensors
import Testing

/// Penalties on the solution of a neural equation: local, and integrals over time.
@Suite struct EquationPenaltyTests {
  init() { BLAS.pinToOneThread() }

  private typealias Field = AdjointMethodTests.Field<Double>
  private static let measure = ErrorMeasure(
    tolerances: Tolerances(absolute: 1e-3, relative: 1e-3))

  private struct Local {
    let tape = Tape<Double>(.training)
    let field = Field()
    let initial: Variable<Double>
    let value: Variable<Double>
    let step: TapedLocalPenalty<Double>
    let solve: TapedSolve<Double>

    init(
      _ place: LocalPenalty.Place, _ firstStage: LocalRegulariser.FirstStage,
      _ adjoint: AdjointMethod = .discrete
    ) {
      initial = tape.input([2, 2])
      for (index, value) in AdjointMethodTests.start.enumerated() { initial.value[index] = value }
      let field = field
      let steps = AdaptiveSteps(measure: EquationPenaltyTests.measure)
      let result = tape.solution(
        from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5),
        SolveOptions(steps: .adaptive(steps)), adjoint: adjoint
      ) { field.rate($0, $1, $2) }
      solve = result.solve
      (value, step) = tape.localPenalty(
        of: result,
        LocalPenalty(
          LocalRegulariser(measure: EquationPenaltyTests.measure), at: place,
          firstStage: firstStage))
    }

    var gradient: [Double] { field.first.gradient.values + field.second.gradient.values }
  }

  /// E h of one step of size h from y₀, as a function of the parameters alone.
  private func value(size: Double, moving index: Int, by move: Double) -> Double {
    let field = Field()
    if index < 12 {
      field.first.value.start[index] += move
    } else {
      field.second.value.start[index - 12] += move
    }
    let tape = Tape<Double>(.training)
    let initial = tape.input([2, 2])
    for (index, value) in AdjointMethodTests.start.enumerated() { initial.value[index] = value }
    let result = tape.solution(
      from: initial, over: 0...size, by: ExplicitRungeKutta(.tsit5),
      SolveOptions(steps: .fixed(size: size, measure: Self.measure)),
      regularisers: [StepRegulariser(.error, .sum, .stepSize)]
    ) { field.rate($0, $1, $2) }
    tape.forward()
    return result.penalties?.values[0] ?? .nan
  }

  @Test func theAttachedLocalPenaltyHasTheGradientOfItsValue() throws {
    let local = Local(.anywhere, .attached)
    // at the start the state is no function of the parameters
    local.step.draw = 0
    local.tape.forward()
    local.tape.backward(from: local.value)
    let size = try #require(local.step.step?.size)
    #expect(local.initial.gradientValues.allSatisfy { $0 == 0 })
    let d = 1e-4
    for index in [0, 5, 11, 12, 19] {
      let (above, below) = (
        value(size: size, moving: index, by: d), value(size: size, moving: index, by: -d)
      )
      // d² / 6 of third derivatives of the size of the value, and rounding in E ≈ 1e-3 of h k / 1e-3
      #expect(
        abs(local.gradient[index] - (above - below) / (2 * d)) < 1e-6 * (1 + local.value.values[0]))
    }
    let detached = Local(.anywhere, .detached)
    detached.step.draw = 0
    detached.tape.forward()
    detached.tape.backward(from: detached.value)
    #expect(detached.value.values == local.value.values && detached.gradient != local.gradient)
  }

  @Test func theStepIsTakenWhereTheDrawSays() {
    let local = Local(.stepEnds, .attached)
    for (draw, place) in [(0.0, 1), (0.999, -1)] {
      local.step.draw = draw
      local.tape.forward()
      let steps = local.solve.trace.accepted
      #expect(steps.count > 2)
      #expect(local.step.time == steps[place > 0 ? 1 : steps.count - 1].time)
    }
    let free = Local(.anywhere, .attached, .checkpointed())
    var stream = RandomStream(seed: 5)
    free.step.drawNext(from: &stream)
    let draw = free.step.draw
    free.tape.forward()
    #expect(free.step.time == draw)
    // two for the step size, the first stage and six more; none of them in the solve's own count
    #expect(free.step.work.evaluations == 9)
    #expect(free.solve.trace.work.evaluations == 3 + 6 * free.solve.trace.attempts.count)
  }

  /// y'' of y' = W₂ tanh(W₁ [y, t]) by differences of f along the solution's slope.
  @Test func timeDerivativesAreThoseOfDifferences() {
    let field = Field()
    func derivatives(_ time: Double, _ state: [Double]) -> [[Double]] {
      let tape = Tape<Double>(.training)
      let (t, y) = (tape.constant([2, 1], [time, time]), tape.constant([2, 2], state))
      let found = tape.timeDerivatives(3, time: t, state: y, of: EquationPenaltyTests.jets(field))
      tape.forward()
      return found.map(\.values)
    }
    let (start, d) = (AdjointMethodTests.start, 1e-4)
    let here = derivatives(0.3, start)
    // the solution near t = 0.3, to the third order
    func moved(_ by: Double) -> [[Double]] {
      derivatives(
        0.3 + by,
        start.indices.map {
          start[$0] + by * (here[0][$0] + by / 2 * (here[1][$0] + by / 3 * here[2][$0]))
        })
    }
    let (above, below) = (moved(d), moved(-d))
    for order in 1...2 {
      for index in start.indices {
        let difference = (above[order - 1][index] - below[order - 1][index]) / (2 * d)
        // d² / 6 of the next derivatives but one, of size 10
        #expect(abs(here[order][index] - difference) < 1e-6)
      }
    }
  }

  static func jets(_ field: AdjointMethodTests.Field<Double>) -> Tape<Double>.JetRate {
    { tape, time, state in
      let hidden = tape.dense(
        tape.concatenated([state, time], axis: 1), weight: field.first, bias: nil,
        activation: .tanh)
      return tape.dense(hidden, weight: field.second, bias: nil)
    }
  }

  /// y' = -y: every derivative is ±y, so that the integrals of squares over [0, 1] are y₀² (1 - e⁻²) / 2.
  @Test func integralsOfALinearEquationAreKnown() {
    let tape = Tape<Float>(.inference)
    let initial = tape.input([2, 1])
    (initial.value[0], initial.value[1]) = (1, 2)
    let weight = Parameter<Float>(name: "a", shape: [1, 1])
    weight.value.load([-1])
    let steps = AdaptiveSteps(absolute: 1e-5, relative: 1e-5)
    for order in 1...3 {
      let result = tape.solution(
        from: initial, over: 0...1, by: ExplicitRungeKutta(.tsit5),
        SolveOptions(steps: .adaptive(steps)), integrals: 1, errors: .measured
      ) { tape, time, state in
        tape.taylorRate(order: order, time: time, state: state) { tape, _, y in
          tape.dense(y, weight: weight, bias: nil)
        }
      }
      tape.forward()
      let unit = Float((1 - exp(-2.0)) / 2)
      let found = result.integrals?.values ?? []
      #expect(found.count == 2)
      for (value, wanted) in zip(found, [unit, 4 * unit]) { #expect(abs(value - wanted) < 1e-4) }
    }
  }

  @Test func integralsThatAreNotMeasuredLeaveTheStepsAlone() {
    func steps(_ errors: ContinuousAdjoint.IntegralError?) -> [StepRecord] {
      let field = Field()
      let tape = Tape<Double>(.inference)
      let initial = tape.input([2, 2])
      for (index, value) in AdjointMethodTests.start.enumerated() { initial.value[index] = value }
      let options = SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-6, relative: 1e-6)))
      let method = ExplicitRungeKutta(.tsit5)
      let result =
        errors.map { errors in
          tape.solution(
            from: initial, over: 0...1, by: method, options, integrals: 1, errors: errors
          ) { tape, time, state in
            let f = field.rate(tape, time, state)
            return PenalisedRate(f, densities: [tape.scaled(tape.meanSquares(f), by: 100)])
          }
        }
        ?? tape.solution(from: initial, over: 0...1, by: method, options) {
          field.rate($0, $1, $2)
        }
      tape.forward()
      return result.solve.trace.attempts
    }
    let plain = steps(nil)
    #expect(steps(.ignored) == plain)
    #expect(steps(.measured).count > plain.count)
  }
}
