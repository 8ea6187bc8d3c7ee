import Networks
import Tensors
import Testing

/// The pass that is timed beside torchdiffeq, torchode and diffrax.
@Suite struct ImageEquationTests {
  init() { BLAS.pinToOneThread() }

  /// The loss and the norm of the first gradient that torchdiffeq 0.2.5, torchode 1.0.1 and diffrax 0.7.2
  /// have for the same numbers (`Scripts/peers/image_equation.py`).
  @Test func theLossIsThatOfOtherPrograms() {
    let equation = ImageEquation<Float>()
    // rounding of Float in sums over 784 and 100 features
    #expect(abs(equation.pass() - 2.356480) < 3e-6)
    #expect(abs(equation.gradientNorm(of: 0) - 0.352813) < 3e-6)
    // two for the first step size, the first stage and six for each of seven steps
    #expect(equation.solve.trace.work.evaluations == 45)
    #expect(equation.solve.trace.rejectedCount == 0)
  }
}
