import Tensors

/// Compares the second derivatives that jets carry with central second differences in Double.
///
/// With g(t) = Σ w u(x + t d), the difference (g(h) - 2 g(0) + g(-h)) / h² deviates from g''(0) by at
/// most h²/12 |g''''| + 4 k u Σ |w u| / h², in the notation of `GradientCheck`; the parts balance at
/// h ~ u^(1/4). The fourth derivative comes from a difference as well, doubled for safety.
public enum CurvatureCheck {
  /// h: a power of two next to u^(1/4).
  static let step = 0x1p-12
  /// The step of the fourth difference, next to u^(1/8).
  static let wideStep = 0x1p-6

  /// The Laplacian of a small network of `function`, in a weighted sum over its outputs and points.
  public static func run(_ function: ElementFunction) -> GradientCheckResult {
    let tape = Tape<Double>(.training)
    let inputs = GradientInputs(on: tape)
    let jet = GradientCatalogue.network(tape, inputs, function, order: .sum(weights: [1, 1]))
    let x = inputs.variable("x", [5, 2])
    let start = x.values
    let weights = GradientInputs.numbers("weights", jet.value.count, in: -1...1)
    func weighted(_ values: [Double]) -> Double {
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    tape.forward()
    let laplacian = jet.second.map { weighted($0.values) } ?? 0
    let size = zip(jet.value.values, weights).reduce(0) { $0 + abs($1.0 * $1.1) }

    var (difference, fourth) = (0.0, 0.0)
    for axis in 0..<2 {
      let value = { (t: Double) in
        for index in start.indices { x.value[index] = start[index] + (index % 2 == axis ? t : 0) }
        tape.forward()
        return weighted(jet.value.values)
      }
      let (h, wide) = (step, wideStep)
      difference += (value(h) - 2 * value(0) + value(-h)) / (h * h)
      let outer = value(2 * wide) + value(-2 * wide)
      let inner = value(wide) + value(-wide)
      fourth += abs(outer - 4 * inner + 6 * value(0)) / (wide * wide * wide * wide)
    }
    let rounding = 2 * 4 * GradientCheck.unit * GradientCheck.roundings * size / (step * step)
    let bound = step * step / 6 * fourth + rounding
    return GradientCheckResult(
      name: "laplacian-\(function.rawValue)", input: "x", error: abs(difference - laplacian) / size,
      bound: bound / size, size: size)
  }
}
