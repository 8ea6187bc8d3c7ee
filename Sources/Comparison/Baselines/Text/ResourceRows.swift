import Experiment

/// What an attempt cost, as measurements beside the others in `costs.tsv`.
enum ResourceRows {
  static let evaluation = "resources"
  private static let split = "all"

  /// Empty when the resources were not measured.
  static func measurements(of resources: ResourceUse) -> [Measurement] {
    guard resources.wallSeconds > 0 else { return [] }
    return [
      ("wall-seconds", resources.wallSeconds), ("user-seconds", resources.userSeconds),
      ("system-seconds", resources.systemSeconds), ("peak-memory", resources.peakMebibytes),
      ("concurrent-cells", Double(resources.concurrentCells)),
      ("foreign-load", resources.foreignLoad),
    ].map { metric, value in
      Measurement(
        metric: metric, split: split, evaluation: evaluation, value: MeasuredValue(value),
        sampleCount: 1, kind: .cost)
    }
  }

  /// The record that the measurements hold.
  static func resources(of measurements: [Measurement]) -> ResourceUse {
    func value(_ metric: String) -> Double {
      measurements.first { $0.metric == metric && $0.evaluation == evaluation }?.value.number ?? 0
    }
    return ResourceUse(
      wallSeconds: value("wall-seconds"), userSeconds: value("user-seconds"),
      systemSeconds: value("system-seconds"), peakMebibytes: value("peak-memory"),
      concurrentCells: Int(exactly: value("concurrent-cells").rounded()).map { max(1, $0) } ?? 1,
      foreignLoad: value("foreign-load"))
  }
}
