/// What one attempt at a cell cost.
public struct ResourceUse: Codable, Sendable, Equatable {
  /// Elapsed seconds.
  public var wallSeconds: Double
  /// CPU seconds in user mode.
  public var userSeconds: Double
  /// CPU seconds in the kernel.
  public var systemSeconds: Double
  /// Peak resident memory in MiB.
  public var peakMebibytes: Double
  /// Cells that ran on the machine at the same time, this one included.
  public var concurrentCells: Int
  /// Cores that programs other than this run's kept busy meanwhile, on average; 0 when not measured.
  public var foreignLoad: Double

  /// A record; all zero until measured.
  public init(
    wallSeconds: Double = 0, userSeconds: Double = 0, systemSeconds: Double = 0,
    peakMebibytes: Double = 0, concurrentCells: Int = 1, foreignLoad: Double = 0
  ) {
    self.wallSeconds = wallSeconds
    self.userSeconds = userSeconds
    self.systemSeconds = systemSeconds
    self.peakMebibytes = peakMebibytes
    self.concurrentCells = concurrentCells
    self.foreignLoad = foreignLoad
  }
}
