import Experiment
import Planning

/// What one element of a submission asks of a node.
public struct ElementResources: Codable, Sendable, Equatable {
  /// The memory of the process that hands out cells and of the program in each worker, in MiB.
  static let parentMebibytes = 512
  static let workerMebibytes = 256
  /// Seconds for starting, trying metrics and models, and writing.
  static let overheadSeconds = 300.0
  /// A node may be that much slower than the machine on which durations were measured.
  static let expectationMargin = 3.0

  /// Processor cores.
  public var cores: Int
  /// Memory in MiB.
  public var memoryMebibytes: Int
  /// Wall-clock seconds.
  public var wallSeconds: Double

  /// Resources said outright.
  public init(cores: Int, memoryMebibytes: Int, wallSeconds: Double) {
    self.cores = cores
    self.memoryMebibytes = memoryMebibytes
    self.wallSeconds = wallSeconds
  }

  /// Enough for `cells`, of which `jobs` run at the same time.
  ///
  /// Memory: the largest limits that can meet, and what the harness itself needs. Time: any order of
  /// cells ends within (sum / jobs + longest); three times what past runs took where every duration is
  /// known, else the limits of the cells, retries counted, which nothing can exceed.
  /// - Parameters:
  ///   - cells: The element's cells.
  ///   - jobs: Cells at the same time, each on one core.
  ///   - expectedSeconds: What each cell took before; those never seen are left out.
  public init(
    cells: [PlannedCell], jobs: Int, expectedSeconds: [CellIdentity: Double]
  ) {
    let limits = cells.map(\.budget.memoryMebibytes).sorted(by: >).prefix(jobs)
    let bounds = cells.map { $0.budget.wallSeconds * Double(1 + $0.budget.retries) }
    let expected = cells.compactMap { expectedSeconds[$0.identity] }
    let seconds =
      expected.count == cells.count
      ? min(
        Self.makespan(expected, jobs: jobs) * Self.expectationMargin,
        Self.makespan(bounds, jobs: jobs))
      : Self.makespan(bounds, jobs: jobs)
    self.init(
      cores: jobs,
      memoryMebibytes: limits.reduce(0, +) + limits.count * Self.workerMebibytes
        + Self.parentMebibytes,
      wallSeconds: seconds + Self.overheadSeconds)
  }

  /// Enough for each of `parts`, none of which is an empty promise.
  public static func covering(_ parts: [ElementResources]) -> ElementResources {
    ElementResources(
      cores: parts.map(\.cores).max() ?? 1,
      memoryMebibytes: parts.map(\.memoryMebibytes).max() ?? parentMebibytes,
      wallSeconds: parts.map(\.wallSeconds).max() ?? overheadSeconds)
  }

  /// A time by which any list schedule on `jobs` workers has ended (Graham 1966).
  private static func makespan(_ seconds: [Double], jobs: Int) -> Double {
    let longest = seconds.max() ?? 0
    return jobs <= 1
      ? seconds.reduce(0, +)
      : min(seconds.reduce(0, +), seconds.reduce(0, +) / Double(jobs) + longest)
  }
}
