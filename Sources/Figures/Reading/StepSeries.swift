import Experiment

/// A metric over the steps of a roll-out, a curve for each model.
struct StepSeries {
  let source: FigureSource
  let metric: String

  /// The curves: the median of the seeds and the range that they span; a curve ends where one of its
  /// seeds has no number any more.
  var series: [LinePlot.Series] {
    source.models.enumerated().compactMap { index, model in
      series(source.done(model), name: model.title, style: index)
    }
  }

  private func series(_ cells: [CellResult], name: String, style: Int) -> LinePlot.Series? {
    let runs = cells.map { cell in
      cell.evaluation.measurements.filter { $0.metric == metric && $0.position > 0 }
        .sorted { $0.position < $1.position }
    }.filter { !$0.isEmpty }
    guard let length = runs.map(\.count).max() else { return nil }
    var points: [LinePlot.Sample] = []
    for step in 0..<length {
      let values = runs.compactMap { $0.indices.contains(step) ? $0[step].value.number : nil }
      guard values.count == runs.count else { break }
      points.append(SeedRange(values).sample(at: Double(runs[0][step].position)))
    }
    return LinePlot.Series(
      name: name, style: style, points: points,
      ending: points.count == length ? .complete : .broken)
  }

  /// The metrics that some cell has step by step.
  static func metrics(_ source: FigureSource) -> Set<String> {
    Set(
      source.cells.flatMap { cell in
        Set(cell.evaluation.measurements.filter { $0.position > 0 }.map(\.metric))
      })
  }

  /// What a caption says of crosses, with a space before it.
  static func crossSentence(_ series: [LinePlot.Series]) -> String {
    let broken = series.filter { $0.ending == .broken }.map(\.name)
    guard !broken.isEmpty else { return "" }
    return " A cross ends a curve where a seed has no finite value any more "
      + "(\(broken.joined(separator: ", ")))."
  }
}
