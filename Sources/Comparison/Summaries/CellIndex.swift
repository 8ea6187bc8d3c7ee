import Experiment

/// The cells of a frame at one profile, by name.
struct CellIndex {
  private let cells: [CellIdentity: CellResult]
  /// Suite, task and model to its seeds, sorted.
  private let seeds: [CellIdentity: [Int]]
  let profile: Profile

  init(_ frame: ResultFrame, profile: Profile) {
    self.profile = profile
    let chosen = frame.cells.filter { $0.identity.profile == profile }
    cells = Dictionary(chosen.map { ($0.identity, $0) }) { $1 }
    seeds = Dictionary(grouping: cells.keys) {
      CellIndex.seedless($0.suite, $0.task, $0.model, profile)
    }.mapValues { $0.map(\.seed).sorted() }
  }

  var isEmpty: Bool { cells.isEmpty }

  /// The seeds that `model` was given on `task`, whether or not they came to a value.
  func seeds(suite: String, task: String, model: String) -> [Int] {
    seeds[CellIndex.seedless(suite, task, model, profile)] ?? []
  }

  func cell(suite: String, task: String, model: String, seed: Int) -> CellResult? {
    cells[CellIdentity(suite: suite, task: task, model: model, seed: seed, profile: profile)]
  }

  /// The models that have cells on `task`: in the suite's order, then any others by name.
  func models(of suite: SuiteDescription, task: String) -> [String] {
    let present = Set(
      seeds.keys.filter { $0.suite == suite.id && $0.task == task }.map(\.model))
    let listed = suite.models.map(\.id).filter(present.contains)
    return listed + present.subtracting(listed).sorted()
  }

  private static func seedless(_ suite: String, _ task: String, _ model: String, _ profile: Profile)
    -> CellIdentity
  {
    CellIdentity(suite: suite, task: task, model: model, seed: 0, profile: profile)
  }
}
