import Physics
import Testing

@Suite("Published centre lines")
struct CentreLineTableTests {
  /// A 32 x 32 grid is coarse: twice the 0.01 that `FlowValidation` grants 96 x 96.
  @Test func aCoarseGridComesNearGhiaAtReynoldsNumber100() {
    var flow = CavityFlow(
      CavityCase(unitBoxAtReynoldsNumber: 100),
      resolution: CavityResolution(columns: 32, rows: 32, stretching: 1.2))
    let isSteady = flow.advanceToSteadyState(tolerance: 1e-3, maximumTime: 40)
    #expect(isSteady)
    for table in CentreLineTable.ghia where table.reynoldsNumber == 100 {
      #expect(table.largestDeviation(of: flow) < 0.02)
    }
  }

  @Test func tablesAreCompleteAndExcludeOnlyTheirOwnPoints() {
    #expect(CentreLineTable.ghia.count == 10)
    for table in CentreLineTable.ghia + CentreLineTable.spectral {
      #expect(table.coordinates.count == 17 && table.values.count == 17)
    }
    let all =
      CentreLineTable.ghia + CentreLineTable.spectral + CentreLineTable.erturk
      + CentreLineTable.steady
    for table in all {
      #expect(table.coordinates.count == table.values.count)
      #expect(table.excluded.allSatisfy { table.coordinates.contains($0) })
    }
  }

  /// What a converged solution cannot meet is excluded, and nothing else.
  @Test func atReynoldsNumber1000ExactlyThePointsFarFromTheSpectralSolutionAreExcluded() throws {
    for spectral in CentreLineTable.spectral {
      let ghia = try #require(
        CentreLineTable.ghia.first {
          $0.reynoldsNumber == 1000 && $0.component == spectral.component
        })
      let far = ghia.coordinates.filter { position in
        guard let theirs = spectral.coordinates.firstIndex(of: position),
          let ours = ghia.coordinates.firstIndex(of: position)
        else { return false }
        return abs(ghia.values[ours] - spectral.values[theirs]) > 0.01
      }
      #expect(ghia.excluded == far)
    }
  }

  @Test(arguments: [3200, 5000])
  func aboveExactlyThePointsFarFromTheConvergedSolutionAreExcluded(reynoldsNumber: Int) throws {
    let reference = try SteadyCavityReference.load()
    let solution = try #require(reference.cases["\(reynoldsNumber)"])
    for ghia in CentreLineTable.ghia where ghia.reynoldsNumber == reynoldsNumber {
      let isHorizontal = ghia.component == .horizontal
      let line = zip(
        isHorizontal ? reference.y : reference.x, isHorizontal ? solution.u : solution.v)
      let far = line.filter { position, value in
        guard let place = ghia.coordinates.firstIndex(of: position) else { return true }
        return abs(ghia.values[place] - value) > 0.01
      }.map(\.0)
      // Spelled in three ways in transcriptions, whatever its distance.
      let doubtful = reynoldsNumber == 3200 && isHorizontal ? [0.4531] : []
      #expect(Set(ghia.excluded) == Set(far + doubtful))
    }
  }

  @Test func theTablesOfTheConvergedSolutionAreThoseOfItsScript() throws {
    let reference = try SteadyCavityReference.load()
    let solution = try #require(reference.cases["3200"])
    #expect(CentreLineTable.steady.map(\.values) == [solution.u, solution.v])
    #expect(CentreLineTable.steady.map(\.coordinates) == [reference.y, reference.x])
  }

  /// Two independent computations: the stored one agrees with Erturk's where both have a point.
  @Test func theConvergedSolutionAgreesWithErturkInTheMiddle() throws {
    let solution = try #require(SteadyCavityReference.load().cases["5000"])
    #expect(abs(solution.u[7] - (-0.0319)) < 1e-3)
    #expect(abs(solution.v[7] - 0.0117) < 1e-3)
  }

  @Test func theExcludedPointDoesNotCount() {
    let still = CavityFlow(
      CavityCase(unitBoxAtReynoldsNumber: 400),
      resolution: CavityResolution(columns: 8, rows: 8, stretching: 0))
    let table = CentreLineTable(
      reynoldsNumber: 400, component: .vertical, coordinates: [0.25, 0.75], values: [0.1, 9],
      excluded: [0.75])
    #expect(table.largestDeviation(of: still) == 0.1)
  }

  @Test func aComparisonPassesOnlyWithinItsTolerance() {
    func result(_ ours: Double) -> ValidationResult {
      ValidationResult(
        name: "a", quantity: "b", ours: ours, reference: 2, source: "c", tolerance: 0.1)
    }
    #expect(result(1.95).pass)
    #expect(!result(1.85).pass)
    #expect(!result(.nan).pass)
  }
}
