import Tensors

/// A multistep method that takes the linear part implicitly: one evaluation of the nonlinear term a step.
///
/// a_0 u(t + h) + Σ_{j≥1} a_j u(t + h − jh) = h Σ_{j≥1} b_j N(u(t + h − jh)) + h Σ_{j≥0} c_j L u(t + h − jh).
/// The first steps are ETDRK4's, which are of higher order.
public final class IMEXMultistep: SpectralStepper {
  /// h.
  public let stepSize: Double
  private let method: IMEXMultistepMethod
  private let nonlinear: NonlinearTerm
  private let starter: ETDRK4
  private let linear: ModeFactors
  private let solve: ModeFactors
  private let sum: Buffer<Double>
  private let linearSum: Buffer<Double>
  /// Solutions and nonlinear rates, the newest first.
  private var history: [(u: Buffer<Double>, rate: Buffer<Double>)]
  private var known = 0

  /// A stepper of `problem`; it belongs to one run, since it remembers the steps before.
  public init(_ problem: SemilinearProblem, _ method: IMEXMultistepMethod, stepSize h: Double) {
    stepSize = h
    self.method = method
    nonlinear = NonlinearTerm(problem)
    starter = ETDRK4(problem, stepSize: h)
    linear = ModeFactors(problem.linear)
    let (a, c) = (method.solution[0], method.linear[0])
    solve = ModeFactors(
      problem.linear.map { ComplexNumber(1) / (ComplexNumber(a) - h * c * $0) })
    let count = 2 * problem.grid.modeCount
    sum = Buffer(count: count)
    linearSum = Buffer(count: count)
    history = (0..<method.steps).map { _ in (Buffer(count: count), Buffer(count: count)) }
  }

  /// Evaluations of the nonlinear term so far.
  public var evaluations: Int { nonlinear.evaluations + starter.evaluations }

  /// modes(t) becomes modes(t + h).
  public func step(_ modes: Buffer<Double>) {
    let oldest = history.removeLast()
    oldest.u.start.update(from: modes.start, count: modes.count)
    nonlinear.evaluate(modes, into: oldest.rate)
    history.insert(oldest, at: 0)
    known = min(known + 1, method.steps)
    guard known == method.steps else {
      starter.step(modes)
      return
    }
    sum.fill(0)
    linearSum.fill(0)
    for (index, past) in history.enumerated() {
      axpy(-method.solution[index + 1], past.u, sum)
      axpy(stepSize * method.nonlinear[index], past.rate, sum)
      axpy(stepSize * method.linear[index + 1], past.u, linearSum)
    }
    linear.add(linearSum, to: sum)
    solve.multiply(sum, into: modes)
  }

  private func axpy(_ factor: Double, _ x: Buffer<Double>, _ y: Buffer<Double>) {
    if factor != 0 { Double.elements.axpy(x.count, factor, x.start, y.start) }
  }
}
