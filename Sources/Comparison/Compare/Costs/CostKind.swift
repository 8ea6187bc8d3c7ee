import Experiment

/// A cost that is compared beside the errors; of all, less is better.
public enum CostKind: String, Sendable, CaseIterable {
  /// Wall time of the training.
  case trainingSeconds = "training-seconds"
  /// Wall time of predicting one frame.
  case frameMilliseconds = "frame-milliseconds"
  /// The largest resident memory of the cell.
  case peakMemory = "peak-memory"

  /// Its unit.
  public var unit: String {
    switch self {
    case .trainingSeconds: "s"
    case .frameMilliseconds: "ms"
    case .peakMemory: "MiB"
    }
  }

  /// A change that is too small to be judged: of a memory, what the pages of the program's own file that the
  /// system happens to keep at hand make, 55 to 115 MiB for one and the same cell.
  var leastChange: Double { self == .peakMemory ? 64 : 0 }

  /// Whether it moves with the speed of the machine.
  var isTime: Bool { self != .peakMemory }

  /// The cost of `cell`, or nil when it was not measured.
  func value(of cell: CellResult) -> Double? {
    guard cell.state == .done else { return nil }
    let value =
      self == .peakMemory
      ? cell.resources.peakMebibytes
      : cell.evaluation.measurements.first {
        $0.metric == rawValue && $0.kind == .cost && $0.position == 0
      }?.value.number
    return value.flatMap { $0 > 0 ? $0 : nil }
  }
}
