/// What a repair of a store did.
public struct RepairReport: Codable, Sendable, Equatable {
  /// Everything that was done, sentence by sentence; empty when nothing had to be.
  public var actions: [String] = []
  /// Where the damaged file was kept as it was; empty when the database itself was not damaged.
  public var copy = ""
  /// Keys of cells whose results were lost, so that they run again.
  public var lostCells: [String] = []

  /// A report of nothing.
  public init() {}
}
