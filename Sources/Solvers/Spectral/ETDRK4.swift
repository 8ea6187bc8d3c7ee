import Foundation
import Tensors

/// Exponential time differencing of order 4: the linear part is solved exactly.
///
/// The scheme of Cox & Matthews (2002, eqs. 26-29) in the form of Kassam & Trefethen, "Fourth-order
/// time-stepping for stiff PDEs", SIAM J. Sci. Comput. 26 (2005), section 3: its coefficients suffer
/// cancellation for small hL and are therefore means over a circle around hL (their eq. 2.8).
public final class ETDRK4: SpectralStepper {
  /// h.
  public let stepSize: Double
  private let nonlinear: NonlinearTerm
  private let whole: ModeFactors
  private let half: ModeFactors
  private let q: ModeFactors
  private let f1: ModeFactors
  private let f2: ModeFactors
  private let f3: ModeFactors
  private let stages: [Buffer<Double>]
  private let rates: [Buffer<Double>]

  /// A stepper of `problem`.
  public init(_ problem: SemilinearProblem, stepSize h: Double) {
    stepSize = h
    nonlinear = NonlinearTerm(problem)
    let z = problem.linear.map { h * $0 }
    whole = ModeFactors(z.map(\.exponential))
    half = ModeFactors(z.map { (0.5 * $0).exponential })
    func factors(_ f: @escaping (ComplexNumber) -> ComplexNumber) -> ModeFactors {
      ModeFactors(z.map { h * Self.circleMean(of: f, around: $0) })
    }
    let one = ComplexNumber(1)
    q = factors { ((0.5 * $0).exponential - one) / $0 }
    f1 = factors { z in
      let growth = z.exponential * (ComplexNumber(4) - 3 * z + z * z)
      return (growth - ComplexNumber(4) - z) / (z * z * z)
    }
    f2 = factors { z in
      let growth = z.exponential * (z - ComplexNumber(2))
      return (growth + ComplexNumber(2) + z) / (z * z * z)
    }
    f3 = factors { z in
      let growth = z.exponential * (ComplexNumber(4) - z)
      return (growth - ComplexNumber(4) - 3 * z - z * z) / (z * z * z)
    }
    let count = 2 * problem.grid.modeCount
    stages = (0..<3).map { _ in Buffer(count: count) }
    rates = (0..<4).map { _ in Buffer(count: count) }
  }

  /// Evaluations of the nonlinear term so far: four a step.
  public var evaluations: Int { nonlinear.evaluations }

  /// modes(t) becomes modes(t + h).
  public func step(_ modes: Buffer<Double>) {
    let (a, b, c) = (stages[0], stages[1], stages[2])
    let (nv, na, nb, nc) = (rates[0], rates[1], rates[2], rates[3])
    nonlinear.evaluate(modes, into: nv)
    half.multiply(modes, into: a)
    q.add(nv, to: a)
    nonlinear.evaluate(a, into: na)
    half.multiply(modes, into: b)
    q.add(na, to: b)
    nonlinear.evaluate(b, into: nb)
    half.multiply(a, into: c)
    q.add(nb, times: 2, to: c)
    q.add(nv, times: -1, to: c)
    nonlinear.evaluate(c, into: nc)
    whole.multiply(modes, into: modes)
    f1.add(nv, to: modes)
    f2.add(na, times: 2, to: modes)
    f2.add(nb, times: 2, to: modes)
    f3.add(nc, to: modes)
  }

  /// Points of the trapezoidal rule: its error falls like 1/points! for entire functions.
  private static let circlePoints = 64

  /// The mean of f on the unit circle around z, which is f(z) for an entire f.
  private static func circleMean(
    of f: (ComplexNumber) -> ComplexNumber, around z: ComplexNumber
  ) -> ComplexNumber {
    let sum = (0..<circlePoints).reduce(ComplexNumber(0)) { sum, index in
      let angle = 2 * Double.pi * (Double(index) + 0.5) / Double(circlePoints)
      return sum + f(z + ComplexNumber(cos(angle), sin(angle)))
    }
    return (1 / Double(circlePoints)) * sum
  }
}
