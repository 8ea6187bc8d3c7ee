/// Results as plain values: what statistics, figures and reports are made from.
public struct ResultFrame: Codable, Sendable, Equatable {
  /// The suites that occur.
  public var suites: [SuiteDescription]
  /// The runs that made the cells.
  public var runs: [RunRecord]
  /// The cells, sorted by identity, each with its last attempt.
  public var cells: [CellResult]

  /// A frame.
  public init(suites: [SuiteDescription], runs: [RunRecord], cells: [CellResult]) {
    self.suites = suites
    self.runs = runs
    self.cells = cells
  }
}
