import Experiment
import Foundation
import Statistics

/// Learns tolerances from the spread over seeds.
enum ToleranceMaker {
  /// The probability that two runs of one method differ by more than the tolerance.
  private static let exceedance = 0.01

  /// One tolerance for each primary quantity of each complete model, sorted by name.
  static func make(_ frame: ResultFrame, profile: Profile) -> [Tolerance] {
    let table = CellIndex(frame, profile: profile)
    return frame.suites.sorted { $0.id < $1.id }.flatMap { suite in
      tolerances(of: suite, table: table)
    }
  }

  private struct Entry {
    let task: String
    let quantity: Quantity
    let model: String
    let scale: ChangeScale
    let values: [Double]
    let variance: Double
    /// What variances are divided by before they are pooled.
    let unit: Double
  }

  private static func tolerances(of suite: SuiteDescription, table: CellIndex) -> [Tolerance] {
    let entries = suite.tasks.flatMap { task in
      Set(task.primary).flatMap { quantity in
        table.models(of: suite, task: task.id).compactMap { model in
          entry(suite, task: task.id, quantity: quantity, model: model, table: table)
        }
      }
    }.sorted { name(of: $0).lexicographicallyPrecedes(name(of: $1)) }
    return [ChangeScale.ratio, .difference].flatMap { scale in
      tolerances(of: entries.filter { $0.scale == scale }, suite: suite.id)
    }.sorted { name(of: $0).lexicographicallyPrecedes(name(of: $1)) }
  }

  private static func entry(
    _ suite: SuiteDescription, task: String, quantity: Quantity, model: String, table: CellIndex
  ) -> Entry? {
    let series = SeedSeries(
      suite: suite.id, task: task, model: model, quantity: quantity, table: table)
    guard series.isComplete else { return nil }
    let values = series.numbers
    let scale = ChangeScale.fitting(suite.definition(of: quantity), values: values)
    let size = Observations(values.map(abs)).mean
    let variance = Observations(scale == .ratio ? values.map(log) : values).variance
    // Of numbers whose squares no Double holds there is no spread to learn.
    guard size.isFinite, variance.isFinite else { return nil }
    let unit = scale == .ratio || size == 0 ? 1 : size
    guard (unit * unit).isNormal else { return nil }
    return Entry(
      task: task, quantity: quantity, model: model, scale: scale, values: values,
      variance: variance, unit: unit)
  }

  /// The tolerances of rows on one scale, which share a prior.
  private static func tolerances(of entries: [Entry], suite: String) -> [Tolerance] {
    let known = entries.filter { $0.values.count > 1 && $0.variance > 0 }
    let prior = VariancePrior(
      variances: known.map { $0.variance / ($0.unit * $0.unit) },
      degreesOfFreedom: known.map { Double($0.values.count - 1) })
    let total = known.reduce(0) { $0 + Double($1.values.count - 1) }
    return entries.map { entry in
      let count = entry.values.count
      return Tolerance(
        suite: suite, task: entry.task, model: entry.model, quantity: entry.quantity,
        scale: entry.scale, spread: count > 1 ? entry.variance.squareRoot() : nil, count: count,
        priorSpread: prior.variance.squareRoot() * entry.unit,
        priorDegrees: min(prior.degreesOfFreedom, total),
        tolerance: tolerance(of: entry, prior: prior, most: total))
    }
  }

  private static func tolerance(of entry: Entry, prior: VariancePrior, most: Double) -> Double? {
    let own = Double(entry.values.count - 1)
    guard own > 0 else { return nil }
    // What does not depend on the seed at all has no spread to learn.
    guard entry.variance > 0 else { return 0 }
    let unit = entry.unit * entry.unit
    let variance = prior.moderated(entry.variance / unit, degreesOfFreedom: own) * unit
    let degrees = min(prior.degreesOfFreedom + own, max(most, own))
    let change =
      Student.quantile(1 - exceedance / 2, degrees: degrees)
      * (2 * variance / Double(entry.values.count)).squareRoot()
    return entry.scale == .ratio ? min(expm1(change), .greatestFiniteMagnitude) : change
  }

  private static func name(of entry: Entry) -> [String] {
    [
      entry.task, entry.model, entry.quantity.metric, entry.quantity.evaluation,
      entry.quantity.split,
    ]
  }

  private static func name(of tolerance: Tolerance) -> [String] {
    [
      tolerance.task, tolerance.model, tolerance.quantity.metric, tolerance.quantity.evaluation,
      tolerance.quantity.split,
    ]
  }
}
