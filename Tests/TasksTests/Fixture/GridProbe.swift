import Experiment

/// The number of values times the width of a cell times the interval of frames, to see from a value
/// alone what grid a field has.
struct GridProbe: Metric {
  static let definition = MetricDefinition(
    title: "grid", formula: "n dx dt", unit: "m s", direction: .lower, range: "[0, ∞)", version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    guard let grid = sample.grid else { return .missing("no grid") }
    return MeasuredValue(Double(grid.count) * grid.cellWidth * grid.frameInterval)
  }
}
