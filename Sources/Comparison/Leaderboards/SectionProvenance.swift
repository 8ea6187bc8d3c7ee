import Experiment

/// What the numbers of a section come from.
public struct SectionProvenance: Codable, Sendable, Equatable {
  /// One cell.
  public struct Cell: Codable, Sendable, Equatable {
    /// The task's id.
    public var task: String
    /// The model's id.
    public var model: String
    /// The seed.
    public var seed: Int
    /// The cell's key: SHA-256 over everything that can change its numbers.
    public var key: String

    /// A cell.
    public init(task: String, model: String, seed: Int, key: String) {
      self.task = task
      self.model = model
      self.seed = seed
      self.key = key
    }
  }

  /// Facts of the machine and the software by name.
  public var environment: [String: String]
  /// The cells behind the section, sorted by task, model and seed.
  public var cells: [Cell]

  /// A provenance.
  public init(environment: [String: String] = [:], cells: [Cell] = []) {
    self.environment = environment
    self.cells = cells
  }

  /// The key of a cell, or nil when it is not behind the section.
  public func key(task: String, model: String, seed: Int) -> String? {
    cells.first { $0.task == task && $0.model == model && $0.seed == seed }?.key
  }
}
