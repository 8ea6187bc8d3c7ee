import Foundation

/// One number of the vector of parameters.
enum ModelInput: Sendable {
  case velocity, density, viscosity, height, width
  case centreX, centreY, radius
  case barrierHeight, barrierWidth

  /// Its value of a case, in SI units.
  func value(of parameters: FlowParameters) -> Double {
    switch self {
    case .velocity: parameters.velocity
    case .density: parameters[.density]
    case .viscosity: parameters[.viscosity]
    case .height: parameters.windowHeight
    case .width: parameters.windowWidth
    // The distance of the cylinder from the inlet and from the lower wall.
    case .centreX: -parameters[.left]
    case .centreY: -parameters[.bottom]
    case .radius: parameters[.radius]
    case .barrierHeight: parameters[.barrierHeight]
    case .barrierWidth: parameters[.barrierWidth]
    }
  }

  /// `value` normalised by the constants of the authors' loaders (src/dataset/utils.py,
  /// `normalize_bc` and `normalize_physics_props`), which were made for the cavity, serve every problem
  /// and leave the geometry as it is (defect D10).
  func published(_ value: Double) -> Double {
    switch self {
    case .velocity: value / 50 - 0.5
    case .density: (value - 5) / 4
    case .viscosity: (value - 0.00238) / 0.005
    default: value
    }
  }

  /// From -1 to 1 over `range`, by the logarithm; 0 when the benchmark does not vary it.
  static func corrected(_ value: Double, over range: ClosedRange<Double>) -> Double {
    guard range.lowerBound < range.upperBound else { return 0 }
    let place = log(value / range.lowerBound) / log(range.upperBound / range.lowerBound)
    return 2 * place - 1
  }
}
