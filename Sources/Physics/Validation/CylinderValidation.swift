/// The comparisons that show the flow past a cylinder to be right.
public enum CylinderValidation {
  /// All comparisons, in a fixed order; takes about half a minute.
  public static func results() throws -> [ValidationResult] {
    try steadyResults() + periodicResults() + pulsedResults()
  }

  /// The grids of the order of convergence; the last also gives the values of 2D-1.
  static let steadyCells = [16, 22.627, 32]
  /// When 2D-1 is steady to five digits, in s.
  static let steadyTime = 8.0
  /// The grids of 2D-2 and 2D-3.
  static let unsteadyCells = 30.0

  private static let source = "DFG benchmark, Schaefer & Turek 1996; values of FEATFLOW"
  private static let pulsedSource = "DFG benchmark, Schaefer & Turek 1996; values of John 2004"

  private static func steadyResults() throws -> [ValidationResult] {
    let flows = try steadyCells.map { cells in
      var flow = CylinderFlow(
        DFGBenchmark.steady, resolution: DFGBenchmark.resolution(cellsPerDiameter: cells))
      try flow.advance(to: steadyTime)
      return flow
    }
    let errors = flows.map { abs($0.dragCoefficient - DFGBenchmark.steadyDrag) }
    let finest = flows[flows.count - 1]
    return [
      relative(
        "dfg-2d1/drag", "drag coefficient", finest.dragCoefficient, DFGBenchmark.steadyDrag, 0.01),
      relative(
        "dfg-2d1/lift", "lift coefficient", finest.liftCoefficient, DFGBenchmark.steadyLift, 0.05),
      relative(
        "dfg-2d1/pressure-difference", "pressure difference, Pa", finest.pressureDifference,
        DFGBenchmark.steadyPressureDifference, 0.01),
      ValidationResult(
        name: "dfg-2d1/order", quantity: "order of the drag error over three grids",
        ours: ObservedOrder.fitted(sizes: steadyCells.map { 1 / $0 }, errors: errors),
        reference: 2, source: source, tolerance: 0.5),
      ValidationResult(
        name: "dfg-2d1/divergence",
        quantity: "largest divergence, in inlet velocities per diameter",
        ours: finest.maximumDivergence, reference: 0, source: "continuity", tolerance: 1e-10),
    ]
  }

  private static func periodicResults() throws -> [ValidationResult] {
    let history = try history(
      of: DFGBenchmark.periodic, until: DFGBenchmark.periodicTimes.end
    ).history.from(DFGBenchmark.periodicTimes.start)
    return [
      relative(
        "dfg-2d2/drag", "largest drag coefficient", history.largestDrag?.drag ?? .nan,
        DFGBenchmark.periodicDrag, 0.02),
      relative(
        "dfg-2d2/lift", "range of the lift coefficient", history.liftRange,
        DFGBenchmark.periodicLiftRange, 0.05),
      relative(
        "dfg-2d2/strouhal", "Strouhal number",
        history.strouhalNumber(of: DFGBenchmark.periodic) ?? .nan,
        DFGBenchmark.periodicStrouhalNumber, 0.02),
    ]
  }

  private static func pulsedResults() throws -> [ValidationResult] {
    let (flow, history) = try history(of: DFGBenchmark.pulsed, until: 8)
    return [
      relative(
        "dfg-2d3/drag", "largest drag coefficient", history.largestDrag?.drag ?? .nan,
        DFGBenchmark.pulsedDrag, 0.03, source: pulsedSource),
      relative(
        "dfg-2d3/lift", "largest lift coefficient", history.largestLift?.lift ?? .nan,
        DFGBenchmark.pulsedLift, 0.03, source: pulsedSource),
      relative(
        "dfg-2d3/pressure-difference", "pressure difference at 8 s, Pa", flow.pressureDifference,
        DFGBenchmark.pulsedPressureDifference, 0.03, source: pulsedSource),
    ]
  }

  private static func history(
    of benchmark: CylinderCase, until end: Double
  ) throws -> (flow: CylinderFlow, history: ForceHistory) {
    var flow = CylinderFlow(
      benchmark, resolution: DFGBenchmark.resolution(cellsPerDiameter: unsteadyCells))
    var history = ForceHistory()
    try flow.advance(to: end) { history.append($0) }
    return (flow, history)
  }

  private static func relative(
    _ name: String, _ quantity: String, _ ours: Double, _ reference: Double, _ tolerance: Double,
    source: String = source
  ) -> ValidationResult {
    ValidationResult(
      name: name, quantity: quantity, ours: ours, reference: reference, source: source,
      tolerance: tolerance * abs(reference))
  }
}
