/// A linear operator that is diagonal in Fourier modes: one complex factor a mode.
public struct SpectralSymbol: Sendable {
  /// The factors in the order of the grid's modes, each a pair of numbers.
  public private(set) var pairs: [Double]

  /// The same factor for every mode.
  public init(_ grid: SpectralGrid, _ factor: ComplexNumber) {
    pairs = (0..<grid.modeCount).flatMap { _ in [factor.real, factor.imaginary] }
  }

  /// factor · ∂^order/∂x_axis^order, that is factor (ik)^order.
  ///
  /// An odd derivative of the highest mode of an even number of points is 0: its sign is unknown.
  public static func derivative(
    _ order: Int, axis: Int = 0, times factor: ComplexNumber = ComplexNumber(1),
    on grid: SpectralGrid
  ) -> SpectralSymbol {
    var symbol = SpectralSymbol(grid, factor)
    let inner = grid.modeCounts[(axis + 1)...].reduce(1, *)
    let (points, length) = (grid.counts[axis], grid.lengths[axis])
    for mode in 0..<grid.modeCount {
      let waves = grid.waves(mode / inner % grid.modeCounts[axis], axis: axis)
      let k = ComplexNumber(0, 2 * .pi * Double(waves) / length)
      let power = (0..<order).reduce(factor) { product, _ in product * k }
      let isUnknown = order % 2 == 1 && 2 * abs(waves) == points
      symbol[mode] = isUnknown ? ComplexNumber(0) : power
    }
    return symbol
  }

  /// The sum of two operators.
  public static func + (a: SpectralSymbol, b: SpectralSymbol) -> SpectralSymbol {
    var sum = a
    for index in sum.pairs.indices { sum.pairs[index] += b.pairs[index] }
    return sum
  }

  /// The operator with every factor replaced.
  func map(_ change: (ComplexNumber) -> ComplexNumber) -> SpectralSymbol {
    var result = self
    for mode in 0..<(pairs.count / 2) { result[mode] = change(self[mode]) }
    return result
  }

  /// The factor of a mode.
  public internal(set) subscript(mode: Int) -> ComplexNumber {
    get { ComplexNumber(pairs[2 * mode], pairs[2 * mode + 1]) }
    set { (pairs[2 * mode], pairs[2 * mode + 1]) = (newValue.real, newValue.imaginary) }
  }
}
