import Canvas
import Experiment
import Statistics

/// The share of roll-outs whose error is still below a threshold, step by step: the Kaplan–Meier estimate
/// over all cases and seeds. A roll-out that blew up has left; one that ended with the data has not.
public struct RolloutSurvival: FigureRecipe {
  /// The metric; empty for the first primary one of which roll-outs were kept.
  public var metric = ""
  /// The error at which a roll-out has left the truth.
  public var threshold = 0.1

  /// Where its figures stand.
  public static let subject = FigureSubject.course

  /// With every parameter at its default.
  public init() {}

  /// One figure, where there are two roll-outs of a metric of which less is better.
  public func figures(from source: FigureSource) -> [FigureData] {
    let wanted = metric.isEmpty ? source.task.primary.map(\.metric) : [metric]
    for metric in wanted where source.suite.metrics[metric]?.direction != .higher {
      let horizons = horizons(metric, source)
      guard !horizons.isEmpty else { continue }
      return [figure(metric, horizons, source)]
    }
    return []
  }

  /// The last step of each roll-out, by the name of its curve, over all models.
  private func horizons(_ metric: String, _ source: FigureSource) -> [String: Double] {
    var horizons: [String: Double] = [:]
    for cell in source.cells {
      for curve in cell.evaluation.curves
      where curve.axis == "step" && curve.name.hasPrefix("\(metric)/") {
        guard let last = curve.positions.last else { continue }
        horizons[curve.name] = max(horizons[curve.name] ?? 0, last)
      }
    }
    return horizons
  }

  private func times(
    _ cells: [CellResult], _ horizons: [String: Double]
  ) -> [SurvivalTimes.Time] {
    cells.flatMap { cell in
      cell.evaluation.curves.compactMap { curve -> SurvivalTimes.Time? in
        guard let horizon = horizons[curve.name], let last = curve.positions.last else {
          return nil
        }
        let place = curve.values.firstIndex { !($0 <= threshold) }
        if let place { return SurvivalTimes.Time(curve.positions[place], isEvent: true) }
        return SurvivalTimes.Time(last, isEvent: last < horizon)
      }
    }
  }

  private func figure(
    _ metric: String, _ horizons: [String: Double], _ source: FigureSource
  ) -> FigureData {
    let title = source.title(ofMetric: metric)
    var counts: [Int] = []
    var medians: [String] = []
    let found = source.models.enumerated().compactMap { index, model -> LinePlot.Series? in
      guard let times = SurvivalTimes(times(source.done(model), horizons)) else { return nil }
      let curve = SurvivalCurve(times)
      counts.append(curve.count)
      medians.append(
        "\(model.title) \(curve.median.map { "step \(Int($0))" } ?? "not by the end")")
      return series(curve, name: model.title, style: index)
    }
    let last = horizons.values.max() ?? 1
    let plot = LinePlot(
      x: Axis("roll-out step", range: 0...last * 1.005),
      y: Axis(
        "share of roll-outs below \(NumberText.short(threshold, digits: 1))", range: 0...1.02),
      series: found, joining: .steps,
      emphasised: source.emphasised(among: found.map(\.style), by: source.rolloutQuantity))
    return FigureData(
      kind: "rollout-survival",
      title: "Roll-outs with \(title) below \(NumberText.short(threshold, digits: 1))",
      caption: "Share of roll-outs on \(source.task.title) whose \(title) has not passed "
        + "\(NumberText.short(threshold, digits: 1)), by step (Kaplan–Meier over cases and seeds, "
        + "\(counts.max() ?? 0) roll-outs a model, bands 95 %). A roll-out that blew up has passed; "
        + "one that ended with the data has not." + FigureSource.sentences(about: plot),
      reading: medians.isEmpty
        ? "" : "Half have passed by: \(medians.joined(separator: "; ")).",
      content: .lines(plot))
  }

  private func series(_ curve: SurvivalCurve, name: String, style: Int) -> LinePlot.Series {
    var points = [LinePlot.Sample(x: 0, y: 1)]
    for step in curve.steps {
      let band = curve.interval(at: step.time)
      points.append(
        LinePlot.Sample(
          x: step.time, y: step.survival, lower: band?.lower ?? step.survival,
          upper: band?.upper ?? step.survival))
    }
    if let last = points.last, last.x < curve.end {
      points.append(
        LinePlot.Sample(x: curve.end, y: last.y, lower: last.lower, upper: last.upper))
    }
    return LinePlot.Series(name: name, style: style, points: points)
  }
}
