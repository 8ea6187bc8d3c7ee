import ArgumentParser
import Foundation

/// What belongs together in `make perf`.
enum PerfGroup: String, CaseIterable, ExpressibleByArgument {
  /// The cost of a cell and of starting the program.
  case harness
  /// Whole simulations.
  case simulation
  /// Statistics and reports.
  case reports
  /// Training steps.
  case training
  /// Neural differential equations.
  case equations
  /// Kernels beside the peak rate.
  case kernels
  /// Conversations with external models.
  case `protocol`

  /// The timings, each beside its peer in `folder`, which is started as they are made.
  func timings(beside folder: URL, _ benchopt: BenchoptPeer) -> [any Timing] {
    switch self {
    case .harness:
      return [
        CellOverhead(kind: .isolated, peer: benchopt), CellOverhead(kind: .cached, peer: benchopt),
        ColdStart(peer: benchopt),
      ]
    case .simulation: return [CavitySpeed(), CavityCaseSpeed(), CylinderCaseSpeed()]
    case .reports:
      let statistics = StatisticsPeer(folder: folder)
      return [
        BootstrapSpeed(peer: statistics),
        ReportSpeed(.html100, within: 1, peer: benchopt.reportSeconds),
        ReportSpeed(.html900, within: 1, peer: benchopt.largeReportSeconds),
        ReportSpeed(.html10000, within: 6),
        ReportSpeed(.full, within: 5, peer: statistics.reportSeconds),
      ]
    case .training:
      return TrainedNetwork.allCases.flatMap { network in
        [1, 2].map { TrainStepSpeed(network: network, threads: $0, peers: folder) }
      }
    case .equations:
      return [false, true].map { EquationSpeed(isDouble: $0, peers: folder) }
        + [StochasticSpeed(peers: folder), LatentSpeed(peers: folder)]
    case .kernels: return KernelRoofline.all
    case .protocol:
      let python =
        RoundTrip.hasPython(in: folder) ? [RoundTrip(answerer: .python(peers: folder))] : []
      return [RoundTrip(answerer: .own)] + python + [BulkRate(), SharedBodies()]
    }
  }
}
