import Experiment

/// Why a row has no value on one side or both.
struct Absence {
  let mine: SeedSeries
  let their: SeedSeries

  /// The reason, or nil when both sides are complete.
  var sentence: String? {
    switch (reason(of: mine), reason(of: their)) {
    case (nil, nil): nil
    case (let here?, nil): "\(here) here, while the baseline has a value"
    case (nil, let there?): "\(there) in the baseline"
    case (let here?, let there?): "\(here) here and \(there) in the baseline"
    }
  }

  private func reason(of series: SeedSeries) -> String? {
    guard !series.seeds.isEmpty else { return "'\(series.model)' was not run" }
    let missing = zip(series.seeds, series.values).compactMap { seed, value in
      value.reason.map { "seed \(seed): \($0)" }
    }
    guard let first = missing.first else { return nil }
    let others = missing.count > 1 ? " and \(missing.count - 1) more" : ""
    return "no value (\(first)\(others))"
  }
}
