import Statistics

/// 50,000 stratified resamples of four aggregates of 5 methods x 10 seeds x 26 tasks, on one core.
struct BootstrapSpeed: Timing {
  private static let resamples = 50_000
  private static let repetitions = 5

  let peer: StatisticsPeer

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let workload = AggregateWorkload()
    let seconds = Stopwatch.median(of: Self.repetitions) {
      let distributions = workload.aggregates(resamples: Self.resamples)
      precondition(distributions.count == workload.methods.count, "a method was lost")
    }
    return PerfEntry(
      "statistics/bootstrap-50000", ours: seconds, unit: "s", goal: 1, runs: Self.repetitions,
      machine: machine, peer: peer.bootstrapSeconds(resamples: Self.resamples))
  }
}
