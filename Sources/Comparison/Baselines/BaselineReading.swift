import Experiment
import Foundation

/// A measured baseline read from its files, with everything that is wrong with it.
struct BaselineReading {
  let baseline: Baseline
  let problems: [AssayError]

  /// - Throws: `AssayError` when the header or a table cannot be read at all.
  init(folder: BaselineFolder) throws {
    let header = try folder.header(BaselineHeader.self, kind: .measured)
    let cells = try BaselineReading.cells(in: folder, header: header)
    let run = RunRecord(
      id: header.id, command: [], started: "",
      environment: EnvironmentRecord(facts: header.environment))
    baseline = Baseline(
      id: header.id, profile: header.profile,
      frame: ResultFrame(suites: header.suites, runs: [run], cells: cells),
      tolerances: header.schemaVersion == 1
        ? []
        : try ToleranceTable.tolerances(
          of: try folder.text(Baseline.tolerancesFile),
          file: folder.fileName(Baseline.tolerancesFile)))
    problems =
      header.tables.compactMap { file in
        problem { try folder.requireUnedited(file, files: header.files) }
      }
      + [problem { try BaselineReading.requireOwnName(folder, header: header) }].compactMap { $0 }
      + [problem { try BaselineReading.requireDifferentSuites(folder, header: header) }]
      .compactMap { $0 }
      + header.suites.compactMap { suite in
        problem { try BaselineReading.requireDefinitions(of: suite, folder: folder) }
      }
      + [
        problem {
          try BaselineReading.requireKnownNames(cells, suites: header.suites, folder: folder)
        }
      ]
      .compactMap { $0 }
  }

  private static func cells(in folder: BaselineFolder, header: BaselineHeader) throws
    -> [CellResult]
  {
    var cells = try CellTable.cells(
      of: try folder.text(Baseline.cellsFile), file: folder.fileName(Baseline.cellsFile),
      schema: header.schemaVersion, profile: header.profile, run: header.id)
    let places = Dictionary(
      uniqueKeysWithValues: cells.enumerated().map { ($1.identity, $0) })
    for (file, kind) in [
      (Baseline.measurementsFile, Measurement.Kind.result), (Baseline.costsFile, .cost),
    ] {
      let found = try MeasurementTable.measurements(
        of: try folder.text(file), file: folder.fileName(file), kind: kind,
        profile: header.profile)
      for (identity, measurements) in found.sorted(by: { $0.key < $1.key }) {
        let place = try place(of: identity, in: places, folder: folder, file: file)
        if kind == .cost { cells[place].resources = ResourceRows.resources(of: measurements) }
        cells[place].evaluation.measurements = MeasurementTable.ordered(
          cells[place].evaluation.measurements
            + measurements.filter { $0.evaluation != ResourceRows.evaluation })
      }
    }
    guard header.schemaVersion > 1 else { return cells }
    let curves = try SampleTable.curves(
      of: try folder.text(Baseline.samplesFile), file: folder.fileName(Baseline.samplesFile),
      profile: header.profile)
    for (identity, own) in curves.sorted(by: { $0.key < $1.key }) {
      let place = try place(
        of: identity, in: places, folder: folder, file: Baseline.samplesFile)
      cells[place].evaluation.curves = own
    }
    return cells
  }

  private static func place(
    of identity: CellIdentity, in places: [CellIdentity: Int], folder: BaselineFolder, file: String
  ) throws -> Int {
    guard let place = places[identity] else {
      throw AssayError(
        .badInput, where: folder.fileName(file), found: "values of \(identity)",
        expected: "a line of that cell in \(Baseline.cellsFile)",
        remedy: "restore both files from version control")
    }
    return place
  }

  private static func requireOwnName(_ folder: BaselineFolder, header: BaselineHeader) throws {
    guard header.id != folder.url.lastPathComponent else { return }
    throw AssayError(
      .badInput, where: folder.fileName(BaselineHeader.fileName), found: "the id '\(header.id)'",
      expected: "the name of its folder, '\(folder.url.lastPathComponent)'",
      remedy: "rename the folder back")
  }

  private static func requireDifferentSuites(
    _ folder: BaselineFolder, header: BaselineHeader
  ) throws {
    var seen: Set<String> = []
    for suite in header.suites where !seen.insert(suite.id).inserted {
      throw AssayError(
        .badInput, where: folder.fileName(BaselineHeader.fileName),
        found: "the suite '\(suite.id)' twice", expected: "every suite once",
        remedy: "restore the file from version control")
    }
  }

  private static func requireDefinitions(of suite: SuiteDescription, folder: BaselineFolder) throws
  {
    for quantity in suite.tasks.flatMap(\.primary) where suite.metrics[quantity.metric] == nil {
      throw AssayError(
        .badInput, where: folder.fileName(BaselineHeader.fileName),
        found: "\(suite.id) ranks by '\(quantity.metric)', which it does not define",
        expected: "one of \(suite.metrics.keys.sorted().joined(separator: ", "))",
        remedy: "restore the file from version control")
    }
  }

  private static func requireKnownNames(
    _ cells: [CellResult], suites: [SuiteDescription], folder: BaselineFolder
  ) throws {
    let known = Set(suites.flatMap { suite in suite.tasks.map { [suite.id, $0.id] } })
    guard
      let stray = cells.first(where: { !known.contains([$0.identity.suite, $0.identity.task]) })
    else { return }
    throw AssayError(
      .badInput, where: folder.fileName(Baseline.cellsFile), found: "\(stray.identity)",
      expected: "a suite and task that \(BaselineHeader.fileName) describes",
      remedy: "restore both files from version control")
  }
}

/// The mistake that `check` throws, or nil.
private func problem(_ check: () throws -> Void) -> AssayError? {
  do {
    try check()
    return nil
  } catch let error as AssayError {
    return error
  } catch {
    preconditionFailure("a check throws AssayError alone, not \(error)")
  }
}
