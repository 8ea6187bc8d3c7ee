import Autodiff
import Solvers
import Tensors

/// One pass of training of the neural equation for MNIST (Pal et al., *Opening the Blackbox*, ICML
/// 2021): y' = tanh(W₂ [tanh(W₁ [y, t] + b₁), t] + b₂) with 784 and 100 features over t in [0, 1], ten
/// classes by a dense layer at the end, cross-entropy.
///
/// Weights, images and classes are those that NumPy's `default_rng(0)` draws, so that other programs
/// compute the same loss: 2.35648 for a batch of 128.
public final class ImageEquation<S: SolverScalar> {
  /// The steps of dopri5 as torchdiffeq and diffrax take them: errors by Shampine's weights and integral
  /// control.
  public static func options(tolerance: Double) -> SolveOptions {
    let measure = ErrorMeasure(
      tolerances: Tolerances(absolute: tolerance, relative: tolerance))
    let law = StepController(
      exponents: StepController.Exponents(current: 0.2), acceptedFactors: 1...10,
      rejectedFactors: 0.2...0.9)
    return SolveOptions(steps: .adaptive(AdaptiveSteps(measure: measure, controller: law)))
  }

  /// The tape.
  public let tape: Tape<S>
  /// The solve.
  public let solve: TapedSolve<S>
  /// W₁, b₁, W₂, b₂, W₃, b₃.
  public let parameters: [Parameter<S>]
  private let loss: Variable<S>

  /// The pass of a batch of this many images.
  public init(
    batch: Int = 128, tolerance: Double = 1.4e-8,
    method: ExplicitRungeKutta = ExplicitRungeKutta(.dopri5Shampine),
    adjoint: AdjointMethod = .kept()
  ) {
    var generator = NumPyGenerator(seed: 0)
    let (pixels, hidden, classes) = (784, 100, 10)
    func layer(_ name: String, _ outputs: Int, _ inputs: Int) -> [Parameter<S>] {
      let bound = (6 / Double(outputs + inputs)).squareRoot()
      let weight = Parameter<S>(name: "\(name).weight", shape: [outputs, inputs])
      let numbers = generator.uniform(-bound, bound, count: outputs * inputs)
      weight.value.load(numbers.map { S(Float($0)) })
      return [weight, Parameter<S>(name: "\(name).bias", shape: [outputs])]
    }
    parameters =
      layer("inner", hidden, pixels + 1) + layer("outer", pixels, hidden + 1)
      + layer("classes", classes, pixels)
    let shades = generator.uniform(0, 1, count: batch * pixels)
    let draws = generator.uniform(0, 1, count: batch * pixels)
    let images = zip(shades, draws).map { S(Float($0 * ($1 < 0.19 ? 1 : 0))) }
    let labels = PointList(generator.integers(below: UInt32(classes), count: batch))
    let (p, tape) = (parameters, Tape<S>(.training))
    let result = tape.solution(
      from: tape.constant([batch, pixels], images), over: 0...1, by: method,
      Self.options(tolerance: tolerance), adjoint: adjoint
    ) { tape, time, state in
      let inner = tape.dense(
        state, beside: time, weight: p[0], bias: p[1], activation: .tanh)
      return tape.dense(inner, beside: time, weight: p[2], bias: p[3], activation: .tanh)
    }
    (self.tape, solve) = (tape, result.solve)
    let end = tape.reshaped(result.states, to: [batch, pixels])
    loss = tape.crossEntropy(tape.dense(end, weight: p[4], bias: p[5]), classes: labels)
  }

  /// Forward and backward: the loss.
  public func pass() -> Double {
    tape.forward()
    tape.backward(from: loss)
    return Double(loss.value[0])
  }

  /// The Euclidean norm of the last gradient of a parameter.
  public func gradientNorm(of index: Int) -> Double {
    let gradient = parameters[index].gradient
    return S.reductions.squareSum(gradient.count, gradient.start).squareRoot()
  }
}
