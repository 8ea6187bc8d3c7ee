import Randomness

extension StratifiedBootstrap {
  /// How sure the ranks of methods are under other seeds: the runs of each method are resampled
  /// within each task, each task ranks the means of its resampled runs, and the mean ranks place the
  /// methods (as the rank intervals of Agarwal et al. 2021, figure 7).
  ///
  /// Methods are resampled independently of each other. All have the same tasks in the same order;
  /// nil below two methods.
  public func ranks(of methods: [TaskScores], largerIsBetter: Bool) -> RankDistributions? {
    guard let tasks = methods.first?.tasks.count, methods.count > 1 else { return nil }
    precondition(methods.allSatisfy { $0.tasks.count == tasks }, "methods have the same tasks")
    let sign = largerIsBetter ? -1.0 : 1.0
    let signed = methods.map { $0.tasks.map { $0.map { sign * $0 } } }
    let own = placed(signed.map { $0.map { Observations($0).mean } })
    var streams = methods.indices.map { random.stream($0) }
    var meanRanks = [[Double]](repeating: [], count: methods.count)
    var places = meanRanks
    for _ in 0..<resamples {
      let means = methods.indices.map { method in
        signed[method].map { resampledMean($0, &streams[method]) }
      }
      let drawn = placed(means)
      for method in methods.indices {
        meanRanks[method].append(drawn.meanRanks[method])
        places[method].append(drawn.places[method])
      }
    }
    return RankDistributions(
      meanRanks: distributions(own.meanRanks, meanRanks, tasks),
      places: distributions(own.places, places, tasks))
  }

  private func distributions(_ estimates: [Double], _ replicates: [[Double]], _ tasks: Int)
    -> [BootstrapDistribution]
  {
    zip(estimates, replicates).map {
      BootstrapDistribution(estimate: $0, replicates: $1, influences: [], count: tasks)
    }
  }

  private func resampledMean(_ runs: [Double], _ random: inout RandomStream) -> Double {
    let first = runs[0]
    var sum = 0.0
    StratumDraws(count: runs.count).forEachIndex(&random) { sum += runs[$0] - first }
    return first + sum / Double(runs.count)
  }

  /// The mean ranks of `means[m][t]` and the places of these; equal mean ranks share the best place.
  private func placed(_ means: [[Double]]) -> (meanRanks: [Double], places: [Double]) {
    var sums = [Double](repeating: 0, count: means.count)
    let tasks = means[0].count
    for task in 0..<tasks {
      let ranks = Ranks.mean(of: means.map { $0[task] })
      for method in sums.indices { sums[method] += ranks[method] }
    }
    let places = sums.map { own in Double(1 + sums.count { $0 < own }) }
    return (sums.map { $0 / Double(tasks) }, places)
  }
}
