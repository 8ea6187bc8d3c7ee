import DataFormats
import Experiment
import Foundation
import Planning

/// The name of a cell's numbers: SHA-256 over the canonical JSON of everything that can change them.
///
/// Limits of time and memory are left out: they decide whether there are numbers, not which.
public struct CellKey: Sendable, Equatable {
  /// The hash in hexadecimal.
  public let hash: String
  /// What was hashed, as canonical JSON (sorted keys, no white space).
  public let configuration: String

  /// The key of `cell` on `data`.
  /// - Throws: `AssayError` when a metric is unknown.
  public static func make(
    _ cell: PlannedCell, data: DataLocation, numerics: NumericEnvironment, catalogue: Catalogue
  ) throws -> CellKey {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(
      Material(
        identity: cell.identity, task: cell.task, model: cell.model,
        metrics: try cell.metrics.map { try metric($0, catalogue) },
        trainingSteps: cell.budget.trainingSteps, batchSize: cell.budget.batchSize,
        data: data.contentHash, precision: "float32", numerics: numerics))
    return CellKey(
      hash: ContentHash.sha256(of: json), configuration: String(decoding: json, as: UTF8.self))
  }

  private struct Material: Encodable {
    let identity: CellIdentity
    let task: RecipeUse
    let model: RecipeUse
    let metrics: [Metric]
    let trainingSteps: Int
    let batchSize: Int
    let data: String
    let precision: String
    let numerics: NumericEnvironment
  }

  private struct Metric: Encodable {
    let name: String
    let use: RecipeUse
    let version: Int
  }

  private static func metric(
    _ named: PlannedCell.NamedMetric, _ catalogue: Catalogue
  ) throws -> Metric {
    let version = type(of: try catalogue.metric(named.use)).definition.version
    return Metric(name: named.name, use: named.use, version: version)
  }
}
