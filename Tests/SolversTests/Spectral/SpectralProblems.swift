import Foundation
import Solvers

/// Small equations that the tests of the steppers share.
enum SpectralProblems {
  /// u_t = ν u_xx − (u²/2)_x on [0, 2π).
  static func burgers(_ viscosity: Double, points: Int, _ dealiasing: Dealiasing = .none)
    -> SemilinearProblem
  {
    let grid = SpectralGrid(counts: [points], lengths: [2 * .pi], field: .real)
    return SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(viscosity), on: grid),
      outer: .derivative(1, times: ComplexNumber(-0.5), on: grid), dealiasing: dealiasing
    ) { u, result, count in
      for index in 0..<count { result[index] = u[index] * u[index] }
    }
  }

  /// i h_t = −½ h_xx − |h|² h on [0, 2π).
  static func schroedinger(points: Int) -> SemilinearProblem {
    let grid = SpectralGrid(counts: [points], lengths: [2 * .pi], field: .complex)
    return SemilinearProblem(
      grid: grid, linear: .derivative(2, times: ComplexNumber(0, 0.5), on: grid),
      outer: SpectralSymbol(grid, ComplexNumber(0, 1))
    ) { u, result, count in
      for index in stride(from: 0, to: count, by: 2) {
        let density = u[index] * u[index] + u[index + 1] * u[index + 1]
        result[index] = density * u[index]
        result[index + 1] = density * u[index + 1]
      }
    }
  }

  /// f at the points of [0, 2π).
  static func samples(_ points: Int, _ f: (Double) -> Double) -> [Double] {
    (0..<points).map { f(2 * .pi * Double($0) / Double(points)) }
  }

  static func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { abs($0 - $1) }.max() ?? 0
  }
}
