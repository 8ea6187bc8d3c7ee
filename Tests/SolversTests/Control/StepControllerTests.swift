import Foundation
import Solvers
import Testing

@Suite struct StepControllerTests {
  private func factor(
    _ controller: StepController, _ error: Double, _ memory: ErrorMemory? = nil,
    accepted: Bool = true
  ) -> Double {
    controller.factor(
      error: error, memory: memory ?? controller.initialMemory, isAccepted: accepted)
  }

  @Test func sciMLHasItsLaw() {
    let law = StepController.sciML(order: 5)
    let expected = 0.9 * pow(0.5, -0.14) * pow(1e-4, 0.08)
    #expect(abs(factor(law, 0.5) - expected) < 1e-14)
    #expect(abs(factor(law, 2, accepted: false) - 0.9 * pow(2, -0.14)) < 1e-14)
    #expect(factor(law, 0) == 10)
    #expect(factor(law, 1e9, accepted: false) == 0.2)
  }

  @Test func diffraxAndTorchdiffeqHaveTheirLimits() {
    let diffrax = StepController.diffrax(errorOrder: 5)
    #expect(abs(factor(diffrax, 0.5) - 0.9 * pow(0.5, -0.2)) < 1e-14)
    #expect(factor(diffrax, 1.0, accepted: false) == 0.9)
    #expect(!diffrax.accepts(1) && StepController.sciML(order: 5).accepts(1))
    #expect(factor(.torchdiffeq(order: 5), 0.99) == 1)
  }

  @Test func rememberedErrorsAreNotSmallerThanTheFloor() {
    let law = StepController.sciML(order: 5)
    let memory = law.remembering(1e-9, in: law.initialMemory)
    #expect(memory.previous == 1e-4)
    #expect(law.remembering(0.5, in: memory) == law.remembering(0.5, in: law.initialMemory))
  }

  @Test func noNumberIsAReasonToShrinkAndNeverToAccept() {
    let law = StepController.sciML(order: 5)
    #expect(!law.accepts(.nan))
    #expect(factor(law, .nan, accepted: false) == 0.2)
  }

  @Test(arguments: [
    ErrorNorm.rootMeanSquare, .maximum, .worstSample(samples: 2),
  ])
  func everyNormControlsTheError(norm: ErrorNorm) {
    let problem = InitialValueProblem<Double>(initial: [1, 1], span: 0...1) {
      $2[0] = -$1[0]
      $2[1] = -10 * $1[1]
    }
    let measure = ErrorMeasure(tolerances: Tolerances(absolute: 1e-9, relative: 1e-9), norm: norm)
    let solution = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(AdaptiveSteps(measure: measure))))
    #expect(abs(solution.last[1] - exp(-10)) < 1e-8)
  }
}
