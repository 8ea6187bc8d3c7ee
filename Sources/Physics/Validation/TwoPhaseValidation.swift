/// The comparisons that show the two-phase solver to be right.
///
/// Ritter's solution of the shallow-water equations is no reference here: a column twice as high as
/// wide is not shallow.
public enum TwoPhaseValidation {
  /// All comparisons, in a fixed order; takes some ten seconds.
  /// - Throws: `FlowDivergence` when a flow blows up.
  public static func results() throws -> [ValidationResult] {
    try [vortexOrder(), smoothOrder(), tubeProfile()] + damBreak() + conservation()
  }

  /// The order of straight interfaces is 2; on these grids the observed one is a little above, as the
  /// thin tail of the disc becomes resolved.
  static let advectionTolerance = 0.3
  static let orderTolerance = 0.15
  /// Largest share of the water that may appear or vanish in a run.
  static let volumeTolerance = 1e-10

  private static func vortexOrder() -> ValidationResult {
    ValidationResult(
      name: "vof/order", quantity: "order of the area in error after a reversed vortex",
      ours: ReversedVortex().observedOrder(cells: [32, 64, 128]), reference: 2,
      source: "Rider & Kothe 1998, J. Comput. Phys. 141, 112: the disc returns",
      tolerance: advectionTolerance)
  }

  private static func smoothOrder() -> ValidationResult {
    ValidationResult(
      name: "two-phase/order",
      quantity: "order of the velocity error in space with two equal fluids",
      ours: SlidingVortex().observedOrder(cells: [16, 32, 64]), reference: 2,
      source: "exact solution of Taylor & Green 1937", tolerance: orderTolerance)
  }

  /// Re 10: developed after 0.07 m; the section lies at 0.25 m of 0.4 m.
  private static func tubeProfile() throws -> ValidationResult {
    let tube = TubeCase(
      inletVelocity: 1, length: 0.4, diameter: 0.1,
      fluids: TwoPhaseFluids(waterDensity: 100, waterViscosity: 1))
    var flow = TubeFlow(
      tube, resolution: TwoPhaseResolution(columns: 24, rows: 128, stretching: 1), content: .water)
    try flow.advance(to: 0.6)
    let heights = (0...20).map { Double($0) / 20 * tube.diameter }
    let error = zip(heights, flow.profile(at: 0.25, heights: heights)).map { y, u in
      abs(u - 6 * y / tube.diameter * (1 - y / tube.diameter))
    }
    return ValidationResult(
      name: "poiseuille/tube-profile",
      quantity: "largest deviation of the developed profile, in mean velocities",
      ours: error.max() ?? .nan, reference: 0, source: "plane Poiseuille flow, exact",
      tolerance: 1e-4)
  }

  private static func conservation() throws -> [ValidationResult] {
    let fluids = TwoPhaseFluids(waterDensity: 100, waterViscosity: 0.1)
    let tubeCase = TubeCase(inletVelocity: 1, length: 1, diameter: 0.1, fluids: fluids)
    var tube = TubeFlow(tubeCase, resolution: TwoPhaseResolution(columns: 64, rows: 16))
    try tube.advance(to: 1.5)
    let damCase = DamCase(
      inletVelocity: 1, barrierHeight: 0.1, barrierWidth: 0.05, fluids: fluids)
    var dam = DamFlow(damCase, resolution: DamResolution(columnWidth: 0.025, rowHeight: 0.02))
    try dam.advance(to: 2.5)
    return [volume("tube", tube.ledger), volume("dam", dam.ledger)]
  }

  static func volume(_ name: String, _ ledger: ConservationLedger) -> ValidationResult {
    ValidationResult(
      name: "conservation/\(name)",
      quantity: "water made or lost, share of the most held",
      ours: ledger.relativeVolumeError, reference: 0, source: "conservation of volume",
      tolerance: volumeTolerance)
  }
}
