/// Something that `make perf` times.
protocol Timing {
  /// The measured entry.
  func measured(on machine: MachineFacts) throws -> PerfEntry
}
