import Autodiff
import Foundation
import TestSupport

/// The paths that torch 2.13 and NumPy took (Tests/References/optimisers).
struct TrajectoryReference: Decodable {
  let c: [Double]
  let start: [Double]
  let rosenbrockStart: [Double]
  let paths: [String: [[Double]]]
  let schedules: [String: [Double]]
  let plateauLosses: [Double]
  let plateau: [Double]
  let clippedNorm: [[Double]]
  let clippedValue: [[Double]]

  static func read() throws -> TrajectoryReference {
    let file = PackageFolder.url.appending(path: "Tests/References/optimisers/trajectories.json")
    return try JSONDecoder().decode(TrajectoryReference.self, from: Data(contentsOf: file))
  }

  /// f(w) = Σ c (w - 1)⁴ / 4 with its gradient.
  func quartic(_ w: Parameter<Double>) -> Double {
    var loss = 0.0
    for (index, c) in c.enumerated() {
      let d = w.value.start[index] - 1
      w.gradient.start[index] = c * d * d * d
      loss += c * d * d * d * d / 4
    }
    return loss
  }

  /// Rosenbrock's function with its gradient.
  static func rosenbrock(_ w: Parameter<Double>) -> Double {
    let (x, y) = (w.value.start[0], w.value.start[1])
    w.gradient.start[0] = -400 * x * (y - x * x) - 2 * (1 - x)
    w.gradient.start[1] = 200 * (y - x * x)
    return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
  }
}

extension Parameter<Double> {
  /// A parameter that starts at `values`.
  static func at(_ values: [Double], _ name: String = "w") -> Parameter<Double> {
    let parameter = Parameter<Double>(name: name, shape: [values.count])
    parameter.value.load(values)
    return parameter
  }
}
