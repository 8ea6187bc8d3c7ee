/// Something that `make perf` times.
protocol Timing {
  /// The measured entry.
  func measured(on machine: MachineFacts) throws -> PerfEntry
  /// All entries of one measurement; the measured one alone unless there are more.
  func entries(on machine: MachineFacts) throws -> [PerfEntry]
}

extension Timing {
  func entries(on machine: MachineFacts) throws -> [PerfEntry] { [try measured(on: machine)] }
}
