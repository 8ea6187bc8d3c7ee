import Solvers
import Testing

@Suite struct ConvergenceOrderTests {
  @Test(arguments: [1.0, 2.0, 5.0])
  func aPowerLawHasItsExponentAsOrder(exponent: Double) {
    let steps = [0.1, 0.05, 0.025]
    let errors = steps.map { step in
      (0..<Int(exponent)).reduce(3.0) { error, _ in error * step }
    }
    #expect(abs(ConvergenceOrder(stepSizes: steps, errors: errors).slope - exponent) < 1e-12)
  }
}
