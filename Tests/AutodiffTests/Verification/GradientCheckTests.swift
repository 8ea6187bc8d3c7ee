import Autodiff
import Tensors
import Testing

@Suite struct GradientCheckTests {
  /// y = x³ with a derivative that is off by the factor `factor`.
  private func cube(_ factor: Double) -> GradientCase {
    GradientCase("cube") { tape, inputs in
      tape.custom(
        [inputs.variable("x", [5], in: 0.5...1.5)], shape: [5],
        value: { x, y in for i in 0..<5 { y[i] = x[0][i] * x[0][i] * x[0][i] } },
        gradient: { x, _, dy, dx in
          for i in 0..<5 { dx[0]?[i] += factor * 3 * x[0][i] * x[0][i] * dy[i] }
        })
    }
  }

  @Test func aGradientThatIsOffByAMillionthIsFound() {
    #expect(GradientCheck.run(cube(1)).passes)
    #expect(!GradientCheck.run(cube(1 + 1e-6)).passes)
    #expect(!GradientCheck.run(cube(.nan)).passes)
  }

  @Test func theBoundIsSmall() {
    let result = GradientCheck.run(cube(1))
    #expect(result.input == "x" && result.bound < 1e-8 && result.size > 0)
  }
}
