import Experiment
import Foundation
import Models
import Randomness
import Testing

/// What is chosen about an equation.
@Suite struct EquationChoicesTests {
  private func refusal(_ change: (inout EquationChoices) -> Void) -> String? {
    var recipe = NeuralDE()
    change(&recipe.equation)
    let error = #expect(throws: AssayError.self) {
      try recipe.build(for: ToyTask.images().role, random: RandomStream(seed: 1))
    }
    return error?.description
  }

  @Test func contradictionsAreRefused() {
    #expect(
      refusal { $0.tolerance = 0 } == """
        model neural-de: tolerances 0.0; expected numbers above 0 and below 1; correct the \
        equation's tolerances.
        """)
    #expect(
      refusal { $0.testFixedSteps = [4, 0] } == """
        model neural-de: stepLimit 10000, fixedSteps 0, testFixedSteps [4, 0]; expected numbers \
        above 0 (fixedSteps may be 0, for adaptive steps); correct the equation's numbers of steps.
        """)
    #expect(
      refusal { $0.regulariser.kind = .distilled } == """
        model neural-de: the regulariser distilled with fixedSteps 0; expected the number of steps \
        that the network is distilled to; set the equation's fixedSteps.
        """)
    #expect(
      refusal { ($0.regulariser.kind, $0.adjoint) = (.error, .interpolating) } == """
        model neural-de: the regulariser error with the adjoint interpolating; expected an adjoint \
        that knows the steps: kept, discrete or checkpointed; change the equation's adjoint or \
        regulariser.
        """)
    #expect(
      refusal { ($0.regulariser.kind, $0.adjoint) = (.local, .backsolve) } == """
        model neural-de: the regulariser local with the adjoint backsolve; expected an adjoint that \
        keeps the steps of the solve; change the equation's adjoint.
        """)
    #expect(
      refusal { ($0.regulariser.kind, $0.solver) = (.errorStiffness, .bs3) } == """
        model neural-de: the regulariser error-stiffness with the solver bs3; expected a solver \
        that estimates stiffness: tsit5, dopri5, dopri5-shampine or vern7; change the equation's \
        solver or regulariser.
        """)
    #expect(
      refusal { $0.regulariser.finalWeight = 1 } == """
        model neural-de: a regulariser with weight 0.0, finalWeight 1.0, order 3, halfWidth 0.5; \
        expected weights of 0 or more, a finalWeight only beside a weight, an order of 1 to 3 and a \
        halfWidth above 0 and below 1; correct the equation's regulariser.
        """)
  }

  @Test func namesAreThoseOfTheSuite() throws {
    let names = """
      {"solver": "dopri5-shampine", "tolerance": 0.01, "stepLimit": 9, "fixedSteps": 8,
       "adjoint": "kept", "testTolerances": [0.5], "testFixedSteps": [],
       "regulariser": {"kind": "error-stiffness", "weight": 2, "finalWeight": 1,
         "aggregate": "max", "stepWeighting": "step-size", "place": "step-ends",
         "firstStage": "attached", "order": 2, "halfWidth": 0.25}}
      """
    let choices = try JSONDecoder().decode(EquationChoices.self, from: Data(names.utf8))
    #expect(choices.solver == .dopri5Shampine && choices.regulariser.kind == .errorStiffness)
    #expect(
      choices.regulariser.place == .stepEnds && choices.regulariser.stepWeighting == .stepSize)
    let wrong = names.replacingOccurrences(of: "attached", with: "atached")
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(EquationChoices.self, from: Data(wrong.utf8))
    }
    guard case .dataCorrupted(let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // what a suite file's reader finds the place by
    #expect(context.codingPath.map(\.stringValue) == ["regulariser", "firstStage"])
  }
}
