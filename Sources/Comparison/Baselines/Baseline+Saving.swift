import Experiment
import Foundation

extension Baseline {
  static let measurementsFile = "measurements.tsv"
  static let costsFile = "costs.tsv"
  static let cellsFile = "cells.tsv"
  static let tolerancesFile = "tolerances.tsv"
  static let samplesFile = "samples.tsv"

  /// Freezes the cells of `frame` at `profile` in the folder `id` of `root`.
  ///
  /// Costs (times, memory) lie in a file of their own, so that measuring again on the same machine
  /// changes no line of the results. Tolerances are learnt from the spread over seeds, and the values
  /// of single test samples are kept for the quantities that rank. Saving what was loaded gives the same bytes.
  /// - Throws: `AssayError` when a cell is still to be run, there is none, the id is no folder name, the
  ///   place holds a published baseline, or it cannot be written.
  @discardableResult
  public static func save(
    _ frame: ResultFrame, id: String, profile: Profile, in root: URL
  ) throws -> Baseline {
    try requireFolderName(id)
    let cells = frame.cells.filter { $0.identity.profile == profile }.sorted {
      $0.identity < $1.identity
    }
    try requireFinished(cells, id: id, profile: profile)
    let folder = BaselineFolder(url: root.appending(path: id))
    if let stub = try? folder.stub(), stub.kind != .measured {
      throw AssayError(
        .badInput, where: folder.name, found: "a \(stub.kind.rawValue) baseline",
        expected: "a new folder or a measured baseline", remedy: "choose another id")
    }
    let suites = suites(of: frame, with: cells)
    let texts = [
      (measurementsFile, MeasurementTable.text(cells, kind: .result)),
      (costsFile, MeasurementTable.text(cells, kind: .cost)),
      (cellsFile, CellTable.text(cells)),
      (tolerancesFile, ToleranceTable.text(ToleranceMaker.make(frame, profile: profile))),
      (samplesFile, SampleTable.text(cells, suites: suites)),
    ]
    for (file, text) in texts { try folder.write(text, to: file) }
    // The header comes last: until it is there, the old hashes give a half-written folder away.
    let header = BaselineHeader(
      schemaVersion: BaselineHeader.newestSchema, id: id, kind: .measured, profile: profile,
      suites: suites, environment: environment(of: frame, with: cells),
      files: Dictionary(
        uniqueKeysWithValues: texts.map { ($0, Digest.sha256(Data($1.utf8))) }))
    try folder.write(try JSONText.pretty(header), to: BaselineHeader.fileName)
    return try load(from: folder.url)
  }

  private static func suites(of frame: ResultFrame, with cells: [CellResult])
    -> [SuiteDescription]
  {
    let used = Set(cells.map(\.identity.suite))
    return frame.suites.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// The facts of all runs that made the cells; a fact that differs lists its values.
  private static func environment(of frame: ResultFrame, with cells: [CellResult])
    -> [String: String]
  {
    let used = Set(cells.map(\.run))
    var values: [String: Set<String>] = [:]
    for run in frame.runs where used.contains(run.id) {
      for (name, value) in run.environment.facts { values[name, default: []].insert(value) }
    }
    return values.mapValues { $0.sorted().joined(separator: " | ") }
  }

  private static func requireFolderName(_ id: String) throws {
    let allowed = id.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
    }
    guard allowed, !id.isEmpty, id != BaselineKind.published.rawValue else {
      throw AssayError(
        .badInput, where: "baseline id", found: "'\(id)'",
        expected: "small letters, digits and hyphens, and not 'published'",
        remedy: "choose an id such as 'assay-quick'")
    }
  }

  private static func requireFinished(_ cells: [CellResult], id: String, profile: Profile) throws {
    guard !cells.isEmpty else {
      throw AssayError(
        .badInput, where: "baseline \(id)", found: "no cell at profile \(profile.rawValue)",
        expected: "results to freeze", remedy: "run the suite at this profile first")
    }
    guard let open = cells.first(where: { $0.state == .planned || $0.state == .running }) else {
      return
    }
    throw AssayError(
      .badInput, where: "baseline \(id)", found: "\(open.identity) is \(open.state.rawValue)",
      expected: "finished cells", remedy: "run the same command again: it resumes")
  }
}
