import Experiment
import Foundation
import Statistics

/// Whether the costs of two sides may be judged against each other: only on the same kind of machine,
/// with as many cells at once, and times only at the same speed and beside nothing else.
struct CostSetting {
  /// Facts that must agree.
  private static let decisive = ["cpu", "cores"]
  /// A fixed piece of work is timed in every cell; where its own time moved by more than this, the
  /// machine did, whatever the models did.
  private static let drift = 0.15
  private static let reference = "reference-milliseconds"
  /// Cores that other programs may keep busy: the fixed piece of work is short, and can fall into a calm
  /// moment of a machine that was busy for most of a training.
  private static let mostForeignLoad = 0.25

  private let clash: String?
  private let slowdown: Double?
  private let disturbance: String?

  init(ours: [CellResult], ourRuns: [RunRecord], theirs: [CellResult], theirRuns: [RunRecord]) {
    let here = CostSetting.facts(of: ours, runs: ourRuns)
    let there = CostSetting.facts(of: theirs, runs: theirRuns)
    clash =
      CostSetting.decisive.compactMap { name in
        CostSetting.clash(name, here[name] ?? [], there[name] ?? [])
      }.first ?? CostSetting.concurrencyClash(ours, theirs)
    slowdown = CostSetting.slowdown(ours, theirs)
    disturbance =
      CostSetting.disturbance(ours, "here") ?? CostSetting.disturbance(theirs, "in the baseline")
  }

  /// Why costs of this kind are shown without a verdict; nil when they are judged.
  func reason(against kind: CostKind) -> String? {
    if let clash { return clash }
    guard kind.isTime else { return nil }
    if let disturbance { return disturbance }
    guard let slowdown else { return "how fast the machine was is not known on both sides" }
    guard abs(log(slowdown)) > log1p(CostSetting.drift) else { return nil }
    return "a fixed piece of work took \(NumberText.short(slowdown, digits: 3)) times as long, so "
      + "the machine was not as fast"
  }

  private static func clash(_ name: String, _ here: Set<String>, _ there: Set<String>) -> String? {
    guard !here.isEmpty, !there.isEmpty else { return "the machine is not known on both sides" }
    guard here != there || here.count > 1 else { return nil }
    return "measured on another machine (\(name) \(here.sorted().joined(separator: " | ")) here, "
      + "\(there.sorted().joined(separator: " | ")) in the baseline)"
  }

  private static func concurrencyClash(_ ours: [CellResult], _ theirs: [CellResult]) -> String? {
    let (here, there) = (concurrency(ours), concurrency(theirs))
    guard !here.isEmpty, !there.isEmpty else {
      return "how many cells ran at once is not known on both sides"
    }
    guard here != there || here.count > 1 else { return nil }
    func text(_ counts: Set<Int>) -> String {
      counts.sorted().map(String.init).joined(separator: " or ")
    }
    return "measured with \(text(here)) cells at once here and \(text(there)) in the baseline"
  }

  /// Cells without a wall time carry no record of their resources.
  private static func concurrency(_ cells: [CellResult]) -> Set<Int> {
    Set(cells.filter { $0.resources.wallSeconds > 0 }.map(\.resources.concurrentCells))
  }

  /// What else kept the machine busy during half of the cells or more.
  private static func disturbance(_ cells: [CellResult], _ place: String) -> String? {
    let loads = cells.filter { $0.resources.wallSeconds > 0 }.map(\.resources.foreignLoad)
    guard !loads.isEmpty else { return nil }
    let load = Observations(loads).median
    guard load > mostForeignLoad else { return nil }
    return "other programs kept \(NumberText.short(load, digits: 3)) cores busy \(place)"
  }

  private static func facts(of cells: [CellResult], runs: [RunRecord]) -> [String: Set<String>] {
    let used = Set(cells.map(\.run))
    var facts: [String: Set<String>] = [:]
    for run in runs where used.contains(run.id) {
      for (name, value) in run.environment.facts { facts[name, default: []].insert(value) }
    }
    return facts
  }

  /// The median over our cells of the reference time over that of theirs: seeds need not be the same.
  private static func slowdown(_ ours: [CellResult], _ theirs: [CellResult]) -> Double? {
    let (here, there) = (ours.compactMap(time), theirs.compactMap(time))
    guard !here.isEmpty, !there.isEmpty else { return nil }
    return Observations(here).median / Observations(there).median
  }

  private static func time(of cell: CellResult) -> Double? {
    let value = cell.evaluation.measurements.first { $0.metric == reference }?.value.number
    return value.flatMap { $0 > 0 ? $0 : nil }
  }
}
