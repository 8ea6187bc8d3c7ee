#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The comparisons that show the inlet and the open end of a channel to be right.
public enum ChannelValidation {
  /// All comparisons, in a fixed order; takes a few seconds.
  public static func results() throws -> [ValidationResult] {
    try [developedProfile(), developedLength(), startUp()]
  }

  /// The profile four heights behind a uniform inflow at Re 20 (mean velocity and height).
  private static func developedProfile() throws -> ValidationResult {
    let channel = ChannelCase(inletVelocity: 1, kinematicViscosity: 0.05, length: 4, height: 1)
    var flow = ChannelFlow(channel, columns: 32, rows: 128)
    try flow.advance(to: 4)
    let heights = (0...100).map { Double($0) / 100 }
    let profile = flow.horizontalVelocity(x: [3.9], y: heights)
    let deviation = zip(profile, heights).map { abs($0 - 6 * $1 * (1 - $1)) / 1.5 }.max() ?? .nan
    return ValidationResult(
      name: "poiseuille/profile", quantity: "largest deviation of u, in largest velocities",
      ours: deviation, reference: 0, source: "exact parabola", tolerance: 1e-4)
  }

  /// Where a uniform inflow at Re 100 (mean velocity and height) has come to 99 % of the largest
  /// velocity of the parabola.
  private static func developedLength() throws -> ValidationResult {
    let channel = ChannelCase(inletVelocity: 1, kinematicViscosity: 0.01, length: 10, height: 1)
    var flow = ChannelFlow(channel, columns: 96, rows: 64, stretching: 1)
    try flow.advance(to: 12)
    let places = (0...1000).map { Double($0) / 100 }
    let centre = flow.horizontalVelocity(x: places, y: [0.5])
    let developed = centre.firstIndex { $0 >= 0.99 * 1.5 }.map { places[$0] } ?? .nan
    return ValidationResult(
      name: "poiseuille/entrance-length",
      quantity: "length to 99 % of the centre-line velocity at Re 100, in heights",
      ours: developed, reference: entranceLength(reynoldsNumber: 100),
      source: "correlation of Durst et al. 2005, J. Fluids Eng. 127, 1154-1160",
      tolerance: 0.05 * entranceLength(reynoldsNumber: 100))
  }

  /// L/H = (0.631^1.6 + (0.0442 Re)^1.6)^(1/1.6), Durst, Ray, Uensal & Bayoumi 2005.
  static func entranceLength(reynoldsNumber: Double) -> Double {
    pow(pow(0.631, 1.6) + pow(0.0442 * reynoldsNumber, 1.6), 1 / 1.6)
  }

  /// A fluid at rest on which a pressure gradient begins to act, given at the inlet by its series.
  private static func startUp() throws -> ValidationResult {
    let exact = PoiseuilleStart(acceleration: 12, kinematicViscosity: 1, height: 1)
    let channel = ChannelCase(
      inletVelocity: exact.finalMean, kinematicViscosity: 1, length: 2, height: 1)
    var flow = ChannelFlow(channel, inflow: exact, columns: 32, rows: 48)
    let heights = (1..<48).map { Double($0) / 48 }
    var largest = 0.0
    for time in [0.02, 0.05, 0.1, 0.3] {
      try flow.advance(to: time)
      let ours = flow.horizontalVelocity(x: [1.8], y: heights)
      for (u, y) in zip(ours, heights) {
        largest = max(largest, abs(u - exact.velocity(at: y, time: time)) / 1.5)
      }
    }
    return ValidationResult(
      name: "poiseuille/start-up", quantity: "largest deviation of u, in final largest velocities",
      ours: largest, reference: 0, source: "exact series", tolerance: 1e-3)
  }
}
