/// What one process measured of a simulation.
struct SimulationTime: Codable {
  /// Wall-clock seconds, the set-up of the solver included.
  let seconds: Double
  /// Peak resident memory of the process.
  let mebibytes: Double
  /// What it simulated, for its error: u, then v on the output grid.
  let values: [Double]

  /// ‖v − r‖ / ‖r‖ of these values against `reference`.
  func error(against reference: [Double]) -> Double { Self.error(values, against: reference) }

  /// ‖v − r‖ / ‖r‖.
  static func error(_ values: [Double], against reference: [Double]) -> Double {
    var (difference, size) = (0.0, 0.0)
    for (value, truth) in zip(values, reference) {
      difference += (value - truth) * (value - truth)
      size += truth * truth
    }
    return (difference / size).squareRoot()
  }
}
