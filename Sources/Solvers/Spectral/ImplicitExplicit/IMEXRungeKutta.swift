import Tensors

/// An additive Runge-Kutta method on Fourier modes, where the implicit stages are divisions.
///
/// U_i = u + h Σ_{j<i} (aE_ij N(U_j) + aI_ij L U_j) + h aI_ii L U_i, then
/// u(t + h) = u + h Σ_i (bE_i N(U_i) + bI_i L U_i).
public final class IMEXRungeKutta: SpectralStepper {
  /// h.
  public let stepSize: Double
  private let tableau: IMEXTableau
  private let nonlinear: NonlinearTerm
  private let linear: ModeFactors
  /// 1 / (1 − h aI_ii L), one a stage.
  private let solves: [ModeFactors?]
  private let stage: Buffer<Double>
  private let nonlinearRates: [Buffer<Double>]
  private let linearRates: [Buffer<Double>]

  /// A stepper of `problem` by the method `tableau`.
  public init(_ problem: SemilinearProblem, _ tableau: IMEXTableau, stepSize h: Double) {
    stepSize = h
    self.tableau = tableau
    nonlinear = NonlinearTerm(problem)
    linear = ModeFactors(problem.linear)
    let stages = tableau.implicitWeights.count
    var solves: [Double: ModeFactors] = [:]
    for row in tableau.implicit {
      let diagonal = row[row.count - 1]
      guard diagonal != 0, solves[diagonal] == nil else { continue }
      solves[diagonal] = ModeFactors(
        problem.linear.map { ComplexNumber(1) / (ComplexNumber(1) - h * diagonal * $0) })
    }
    self.solves = tableau.implicit.map { solves[$0[$0.count - 1]] }
    let count = 2 * problem.grid.modeCount
    stage = Buffer(count: count)
    nonlinearRates = (0..<stages).map { _ in Buffer(count: count) }
    linearRates = (0..<stages).map { _ in Buffer(count: count) }
  }

  /// Evaluations of the nonlinear term so far.
  public var evaluations: Int { nonlinear.evaluations }

  /// modes(t) becomes modes(t + h).
  public func step(_ modes: Buffer<Double>) {
    for index in tableau.implicit.indices {
      stage.start.update(from: modes.start, count: modes.count)
      add(tableau.explicit[index], nonlinearRates, to: stage)
      add(tableau.implicit[index].dropLast(), linearRates, to: stage)
      solves[index]?.multiply(stage, into: stage)
      nonlinear.evaluate(stage, into: nonlinearRates[index])
      linear.multiply(stage, into: linearRates[index])
    }
    add(tableau.explicitWeights, nonlinearRates, to: modes)
    add(tableau.implicitWeights, linearRates, to: modes)
  }

  private func add(
    _ weights: some Collection<Double>, _ rates: [Buffer<Double>], to sum: Buffer<Double>
  ) {
    for (weight, rate) in zip(weights, rates) where weight != 0 {
      Double.elements.axpy(sum.count, stepSize * weight, rate.start, sum.start)
    }
  }
}
