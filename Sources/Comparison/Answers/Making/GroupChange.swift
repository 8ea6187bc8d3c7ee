import Experiment
import Foundation

/// The change from one group of models to another: means over the models of a group, seed by seed, then
/// the Student interval over seeds.
struct GroupChange {
  let runs: TaskRuns
  let first: [String]
  let second: [String]

  /// On `scale`; a ratio where that is what the scale has, with geometric means over a group.
  func answer(_ quantity: Quantity, scale: ChangeScale) -> Answer {
    let seeds = runs.seeds(common: first + second)
    let sides = [first, second].map { side(of: $0, quantity, at: seeds, scale: scale) }
    guard case .success(let ours) = sides[0], case .success(let theirs) = sides[1] else {
      return .missing(sides.lazy.compactMap(\.lack).first ?? "not run")
    }
    let change = SeedChange(scale: scale, paired: ours, theirs)
    guard let interval = change.interval else {
      return .uncertain(change.shown(nil).estimate, "one seed")
    }
    return .known(change.shown(interval))
  }

  private func side(
    of models: [String], _ quantity: Quantity, at seeds: [Int], scale: ChangeScale
  ) -> Result<[Double], TaskRuns.Lack> {
    guard !models.isEmpty else { return .failure(TaskRuns.Lack("not run")) }
    var sums = [Double](repeating: 0, count: seeds.count)
    for model in models {
      let found =
        scale == .ratio
        ? runs.positive(model, quantity, at: seeds) : runs.values(model, quantity, at: seeds)
      switch found {
      case .failure(let lack): return .failure(lack)
      case .success(let values):
        for place in sums.indices {
          sums[place] += scale == .ratio ? log(values[place]) : values[place]
        }
      }
    }
    let means = sums.map { $0 / Double(models.count) }
    return .success(scale == .ratio ? means.map(exp) : means)
  }
}

extension Result where Success == [Double], Failure == TaskRuns.Lack {
  /// Why there is nothing, or nil.
  var lack: String? {
    if case .failure(let lack) = self { lack.reason } else { nil }
  }
}
