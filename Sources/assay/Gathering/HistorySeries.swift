import Canvas
import Comparison
import Experiment
import Figures
import Foundation
import Statistics
import Store

/// One model on one task, run by run.
struct HistorySeries {
  /// What a run found.
  struct Entry {
    let run: String
    let started: String
    let code: String
    let values: [Double]
    let missing: Int
  }

  let task: String
  let model: String
  let entries: [Entry]

  /// The series of `values`, by task and model; runs stay in their order.
  static func all(of values: [PastValue]) -> [HistorySeries] {
    let groups = Dictionary(grouping: values) { [$0.identity.task, $0.identity.model] }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { name, values in
      var runs: [String] = []
      for value in values where runs.last != value.run { runs.append(value.run) }
      let byRun = Dictionary(grouping: values, by: \.run)
      return HistorySeries(
        task: name[0], model: name[1],
        entries: runs.compactMap { run in byRun[run].map(entry) })
    }
  }

  private static func entry(_ values: [PastValue]) -> Entry {
    Entry(
      run: values[0].run, started: values[0].started, code: values[0].code,
      values: values.compactMap(\.value.number),
      missing: values.count { $0.value.number == nil })
  }

  /// Runs in which every seed came to a value: survivors alone make no history.
  private var complete: [Entry] { entries.filter { $0.missing == 0 } }

  private var steps: [StepHistory.Step] {
    StepHistory(complete.map { Observations($0.values).mean })?.steps ?? []
  }

  /// A line a run; a step is marked where the new level begins.
  var text: String {
    let changes = Dictionary(steps.map { (complete[$0.place].run, $0) }) { first, _ in first }
    let lines = entries.map { entry -> String in
      let count = "\(entry.values.count) \(entry.values.count == 1 ? "seed" : "seeds")"
      let mean =
        entry.missing == 0 ? number(Observations(entry.values).mean) : "\(entry.missing) missing"
      let step = changes[entry.run].map { "  <- from \(number($0.before)) to \(number($0.after))" }
      return "  \(entry.started)  \(entry.code.prefix(12))  \(mean)  (\(count))\(step ?? "")\n"
    }
    return "\(task) \(model)\n" + lines.joined()
  }

  /// The means with their intervals and the levels between steps.
  func figure(of quantity: Quantity) -> FigureData {
    let shown = complete
    let pieces = StepHistory(shown.map { Observations($0.values).mean })?.pieces ?? []
    return MetricHistory(
      title: "\(model), \(task): \(quantity.metric), \(quantity.evaluation)",
      axis: Axis(quantity.metric),
      entries: shown.map { entry in
        let mean = Observations(entry.values).mean
        let interval = ConfidenceInterval.studentMean(of: entry.values)
        return MetricHistory.Entry(
          label: String(entry.code.prefix(7)), value: mean, lower: interval?.lower ?? mean,
          upper: interval?.upper ?? mean)
      }, changes: pieces.dropFirst().map(\.range.lowerBound), levels: pieces.map(\.level)
    ).figure
  }

  private func number(_ value: Double) -> String { NumberForm.short(value) }
}
