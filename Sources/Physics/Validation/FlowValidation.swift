/// The comparisons that show the flow solver to be right.
public enum FlowValidation {
  /// All comparisons, in a fixed order; takes a minute or two.
  /// - Throws: `FlowDivergence`.
  public static func results() throws -> [ValidationResult] {
    [taylorGreenOrder(), taylorGreenTimeOrder()]
      + (try steadyCavityReynoldsNumbers.flatMap { try cavityResults(reynoldsNumber: $0) })
  }

  /// The Reynolds numbers at which the steady cavity is compared with Ghia et al.
  static let steadyCavityReynoldsNumbers = [100, 400, 1000, 3200, 5000]

  /// Cells along each side.
  static func cells(reynoldsNumber: Int) -> Int {
    switch reynoldsNumber {
    case ...1000: 96
    case ...3200: 128
    default: 144
    }
  }

  /// The allowed largest deviation from a published centre line, in lid speeds.
  static let centreLineTolerance = 0.01
  /// The spacing of Ghia's grid is 1/128; his vortex centres lie on its nodes.
  static let vortexTolerance = 1.0 / 128
  /// The allowed shortfall or excess of an observed order.
  static let orderTolerance = 0.1

  private static func taylorGreenOrder() -> ValidationResult {
    ValidationResult(
      name: "taylor-green/order", quantity: "order of the velocity error in space and time",
      ours: TaylorGreen().observedOrder(cells: [16, 32, 64, 128]), reference: 2,
      source: "exact solution of Taylor & Green 1937", tolerance: orderTolerance)
  }

  private static func taylorGreenTimeOrder() -> ValidationResult {
    var vortex = TaylorGreen()
    vortex.disturbance = 0.5
    vortex.treatment = .implicit
    return ValidationResult(
      name: "taylor-green/time-order", quantity: "order of the velocity error in time alone",
      ours: vortex.observedTimeOrder(cells: 32, steps: [32, 64, 128]), reference: 2,
      source: "the same grid with four times the steps", tolerance: orderTolerance)
  }

  /// A steady flow, compared with every table for its Reynolds number.
  private static func cavityResults(reynoldsNumber: Int) throws -> [ValidationResult] {
    let flow = try steadyFlow(reynoldsNumber: reynoldsNumber)
    let families = [
      ("ghia", CentreLineTable.ghia, CentreLineTable.ghiaSource),
      ("botella", CentreLineTable.spectral, CentreLineTable.spectralSource),
      ("erturk", CentreLineTable.erturk, CentreLineTable.erturkSource),
      ("steady", CentreLineTable.steady, CentreLineTable.steadySource),
    ]
    let lines = families.flatMap { family, tables, source in
      tables.filter { $0.reynoldsNumber == reynoldsNumber }
        .map { centreLine($0, of: flow, family: family, source: source) }
    }
    return lines + [vortex(of: flow, reynoldsNumber), divergence(of: flow, reynoldsNumber)]
  }

  private static func steadyFlow(reynoldsNumber: Int) throws -> CavityFlow {
    let cavity = CavityCase(unitBoxAtReynoldsNumber: Double(reynoldsNumber))
    let cells = cells(reynoldsNumber: reynoldsNumber)
    let fine = CavityResolution(columns: cells, rows: cells, stretching: 1.2)
    guard reynoldsNumber > 1000 else {
      var flow = CavityFlow(cavity, resolution: fine)
      flow.advanceToSteadyState(tolerance: 1e-4, maximumTime: 200)
      return flow
    }
    // From rest on coarse grids, where steps are long and cheap.
    var flow = CavityFlow(cavity, resolution: startResolutions[0])
    for resolution in startResolutions.dropFirst() + [fine] {
      try flow.acceleratedToSteadyState(tolerance: 3e-5, interval: 4, maximumRounds: 60)
      flow = flow.regridded(to: resolution)
    }
    try flow.acceleratedToSteadyState(tolerance: 3e-5, interval: 4, maximumRounds: 60)
    return flow
  }

  private static let startResolutions = [48, 80].map {
    CavityResolution(columns: $0, rows: $0, stretching: 1.2)
  }

  private static func centreLine(
    _ table: CentreLineTable, of flow: CavityFlow, family: String, source: String
  ) -> ValidationResult {
    ValidationResult(
      name: "\(family)/re\(table.reynoldsNumber)/\(table.component.rawValue)",
      quantity: "largest deviation on the centre line, in lid speeds",
      ours: table.largestDeviation(of: flow), reference: 0, source: source,
      tolerance: centreLineTolerance)
  }

  private static func vortex(of flow: CavityFlow, _ reynoldsNumber: Int) -> ValidationResult {
    let ours = flow.primaryVortex
    let published = CentreLineTable.ghiaVortices[reynoldsNumber] ?? ours
    return ValidationResult(
      name: "ghia/re\(reynoldsNumber)/vortex",
      quantity: "larger offset of the primary vortex centre, in sides",
      ours: max(abs(ours.x - published.x), abs(ours.y - published.y)), reference: 0,
      source: CentreLineTable.ghiaSource + ", Table V", tolerance: vortexTolerance)
  }

  private static func divergence(of flow: CavityFlow, _ reynoldsNumber: Int) -> ValidationResult {
    ValidationResult(
      name: "cavity/re\(reynoldsNumber)/divergence",
      quantity: "largest divergence, in lid speeds per side", ours: flow.maximumDivergence,
      reference: 0, source: "continuity", tolerance: 1e-10)
  }
}
