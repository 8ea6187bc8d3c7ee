import Experiment
import Planning

/// A part of a submission's cells that one process runs.
public struct SubmissionElement: Codable, Sendable, Equatable {
  /// Its number, from 1.
  public var number: Int
  /// Its cells.
  public var cells: [CellIdentity]
  /// What it asks of a node.
  public var resources: ElementResources

  /// An element.
  public init(number: Int, cells: [CellIdentity], resources: ElementResources) {
    self.number = number
    self.cells = cells
    self.resources = resources
  }

  /// The elements of a submission: shard `i` of the plans' cells is element `i + 1`. A shard without
  /// cells is no element.
  /// - Parameters:
  ///   - shards: The cells of each shard.
  ///   - jobs: Cells at the same time in each element.
  ///   - expectedSeconds: What each cell took before; those never seen are left out.
  /// - Returns: The elements in the order of their numbers.
  public static func elements(
    _ shards: [[PlannedCell]], jobs: Int, expectedSeconds: [CellIdentity: Double] = [:]
  ) -> [SubmissionElement] {
    zip(1..., shards).filter { !$0.1.isEmpty }.map { number, cells in
      SubmissionElement(
        number: number, cells: cells.map(\.identity),
        resources: ElementResources(cells: cells, jobs: jobs, expectedSeconds: expectedSeconds))
    }
  }
}
