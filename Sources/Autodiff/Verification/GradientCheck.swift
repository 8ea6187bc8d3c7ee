import Tensors

/// Compares gradients in Double with central differences along random directions d of each input.
///
/// With φ(h) = Σ w f(x + h d) for random weights w and u = 2^-53, the difference
/// (φ(h) - φ(-h)) / 2h deviates from φ'(0) by at most
///
///     h²/6 |φ'''| + k u Σ |w f| / h + u Σ |∂φ/∂x x| / h
///
/// (truncation; rounding of φ, of which every term is the result of at most k roundings; rounding of
/// x + h d). The first two balance at h ~ u^(1/3) (Nocedal & Wright, *Numerical Optimization*, 2nd ed.,
/// section 8.1), about 5e-6, and leave a relative error of some 1e-9: a wrong factor anywhere in a
/// gradient is far beyond it. φ''' comes from a difference of third order, doubled for safety.
public enum GradientCheck {
  /// h: a power of two next to u^(1/3).
  static let step = 0x1p-17
  /// The step of the third difference, next to u^(1/5).
  static let wideStep = 0x1p-10
  /// k: no case sums more terms in one output.
  static let roundings = 128.0
  /// u
  static let unit = 0x1p-53
  /// Directions for each input.
  static let directions = 3

  /// Whether an operation is recorded once or twice on the same inputs, which adds its two gradients.
  public enum Form: Sendable, CaseIterable {
    /// Once.
    case alone
    /// Twice.
    case twice
  }

  /// The direction of `check` whose error is the largest share of its bound.
  public static func run(_ check: GradientCase, _ form: Form = .alone) -> GradientCheckResult {
    let tape = Tape<Double>(.training)
    let inputs = GradientInputs(on: tape)
    var output = check.record(tape, inputs)
    if form == .twice { output = tape.sum(output, check.record(tape, inputs)) }
    let problem = Problem(tape: tape, output: output)
    var worst = GradientCheckResult(name: check.name, input: "none", error: 0, bound: 0, size: 0)
    var worstShare = -1.0
    for (name, variable) in inputs.variables {
      for index in 0..<directions {
        let direction = GradientInputs.numbers("\(name)/\(index)", variable.count, in: -1...1)
        let (error, bound) = problem.error(of: variable, along: direction)
        let share = (error / bound).isFinite ? error / bound : .infinity
        guard share > worstShare else { continue }
        worstShare = share
        worst = GradientCheckResult(
          name: check.name, input: name, error: error / problem.size, bound: bound / problem.size,
          size: problem.size)
      }
    }
    return worst
  }

  private struct Problem {
    let tape: Tape<Double>
    let output: Variable<Double>
    let weights: [Double]
    let size: Double

    init(tape: Tape<Double>, output: Variable<Double>) {
      self.tape = tape
      self.output = output
      weights = GradientInputs.numbers("weights", output.count, in: -1...1)
      tape.forward()
      size = zip(output.values, weights).reduce(0) { $0 + abs($1.0 * $1.1) }
    }

    func error(of x: Variable<Double>, along d: [Double]) -> (error: Double, bound: Double) {
      let start = x.values
      tape.forward()
      tape.backward(from: output, seed: weights)
      let gradient = x.gradientValues
      let slope = zip(gradient, d).reduce(0) { $0 + $1.0 * $1.1 }
      let phi = { (h: Double) in value(at: h, x, start, d) }
      let (h, wide) = (GradientCheck.step, GradientCheck.wideStep)
      let difference = (phi(h) - phi(-h)) / (2 * h)
      let third =
        (phi(2 * wide) - 2 * phi(wide) + 2 * phi(-wide) - phi(-2 * wide)) / (2 * wide * wide * wide)
      for (index, element) in start.enumerated() { x.value[index] = element }
      let shift = zip(gradient, start).reduce(0) { $0 + abs($1.0 * $1.1) }
      let rounding = GradientCheck.unit * (GradientCheck.roundings * size + shift) / h
      return (abs(difference - slope), h * h / 3 * abs(third) + rounding)
    }

    private func value(
      at h: Double, _ x: Variable<Double>, _ start: [Double], _ d: [Double]
    ) -> Double {
      for index in start.indices { x.value[index] = start[index] + h * d[index] }
      tape.forward()
      return zip(output.values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }
}
