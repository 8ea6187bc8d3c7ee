import Foundation

extension CavityParameters {
  /// The input of models in the fixed order velocity, density, viscosity, height, width.
  func modelInput(_ scoring: CavityScoring) -> [Float] {
    switch scoring {
    case .published: publishedInput
    case .corrected: logarithmicInput
    }
  }

  /// Normalised by the constants of the published loader (src/dataset/cavity.py, `normalize_bc` and
  /// `normalize_physics_props`), which leave the geometry as it is.
  private var publishedInput: [Float] {
    [
      Float(lidVelocity / 50 - 0.5), Float((density - 5) / 4), Float((viscosity - 0.00238) / 0.005),
      Float(height), Float(width),
    ]
  }

  /// D10 mended: each on a logarithmic scale from -1 to 1 over the benchmark's own range of it, so that
  /// the three decades of viscosity are told apart, a box of 1 cm is not almost 5 cm, and ln Re is a
  /// linear function of the input.
  private var logarithmicInput: [Float] {
    zip([lidVelocity, density, viscosity, height, width], Self.ranges).map { value, range in
      let place = log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
      return Float(2 * place - 1)
    }
  }

  /// The ranges of the sweeps in the same order, in SI units.
  private static let ranges: [ClosedRange<Double>] = [
    1...50, 0.1...10, 1e-5...1e-2, 0.01...0.05, 0.01...0.05,
  ]
}
