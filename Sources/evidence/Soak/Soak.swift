import CProcess
import Experiment
import Foundation
import Harness
import HarnessFixtures
import Planning

/// Runs of many small cells one after another in one store.
struct Soak {
  private static let cellsOfARun = 300
  private static let faults: [ToyModel.Behaviour] = [
    .throwing, .segmentationFault, .exits, .garbage, .zombies, .leaves, .locksScratch, .notFinite,
  ]
  private let bench: TrialBench
  private let jobs: Int
  private var nextSeed = 0
  private var cells = 0
  private var seconds = 0.0
  private var workerMebibytes = 0.0
  /// What went wrong besides growth.
  private(set) var problems: [String] = []

  init(bench: TrialBench, jobs: Int) {
    self.bench = bench
    self.jobs = jobs
  }

  /// Runs plans until so much time is over.
  mutating func work(seconds limit: Double) throws {
    (cells, seconds, workerMebibytes) = (0, 0, 0)
    let start = ContinuousClock.now
    repeat {
      try runOnce()
      seconds = start.duration(to: .now) / .seconds(1)
    } while seconds < limit
  }

  /// One plan of new seeds: good cells, and one of each fault.
  private mutating func runOnce() throws {
    var good = ToyPlan(behaviours: [.good])
    good.seeds = nextSeed..<nextSeed + Self.cellsOfARun
    var bad = ToyPlan(behaviours: Self.faults)
    bad.seeds = nextSeed..<nextSeed + 1
    nextSeed += Self.cellsOfARun
    var plan = try good.plan()
    let others = try bad.plan()
    plan.suite.models += others.suite.models
    plan.cells += others.cells
    var options = bench.options
    options.jobs = jobs
    options.failures = .areAllowed
    var peak = 0.0
    let summary = try bench.run(plan, options: options) { event in
      guard case .cellFinished(let report) = event, report.finished % 100 == 0 else { return }
      peak = max(peak, ProcessCensus.childMebibytes())
    }
    workerMebibytes = max(workerMebibytes, peak)
    cells += summary.executed
    let harmless = Self.faults.count { [.zombies, .leaves, .locksScratch].contains($0) }
    let done = Self.cellsOfARun + harmless
    if summary.states[.done] != done { problems.append("a run ended with \(summary.states)") }
  }

  /// How things stand.
  func sample(secondsSinceStart: Double) -> SoakSample {
    let size =
      (try? FileManager.default.attributesOfItem(atPath: bench.storePath)[.size] as? Int) ?? 0
    return SoakSample(
      minutes: secondsSinceStart / 60, cellsPerSecond: Double(cells) / seconds,
      parentMebibytes: ProcessCensus.ownMebibytes(),
      heapMebibytes: Double(assay_heap_bytes()) / 1_048_576, workerMebibytes: workerMebibytes,
      descriptors: ProcessCensus.descriptors(), zombies: ProcessCensus.zombies(),
      survivors: bench.isQuiet() ? 0 : bench.survivors().count,
      folders: bench.leftFolders().count,
      storeBytesPerCell: Double(size) / Double(max(nextSeed, 1)))
  }
}
