import Autodiff
import Tensors

/// Tapes over the shards of a batch that share their parameters, run on as many threads as there are.
///
/// The number of shards is part of what is computed: their gradients are summed in the order of the
/// shards. The number of threads is not: a shard runs whole on one thread, whichever it is. Each tape
/// has its own pool and, but for the first, its own gradients. Layers that look at the whole batch, as
/// batch normalisation does, see their shard alone, as in torch's `DataParallel`.
///
/// OpenBLAS must be pinned to one thread (`BLAS.pinToOneThread`).
public final class ShardedTapes<S: Scalar> {
  /// A tape a shard.
  public let tapes: [Tape<S>]
  private let parameters: [Parameter<S>]
  private let team: ThreadTeam

  /// `count` empty tapes for training.
  ///
  /// - Parameters:
  ///   - count: the shards
  ///   - parameters: what all tapes record
  ///   - threads: threads at most
  public convenience init(count: Int, parameters: [Parameter<S>], threads: Int) {
    self.init(
      pools: (0..<count).map { _ in BufferPool<S>() }, parameters: parameters,
      team: ThreadTeam(count: max(min(count, threads), 1)))
  }

  /// A tape for each of `pools`, run by `team`.
  init(pools: [BufferPool<S>], parameters: [Parameter<S>], team: ThreadTeam) {
    tapes = pools.enumerated().map { shard, pool in
      Tape<S>(.training, pool: pool, gradients: shard == 0 ? .parameters : .tape)
    }
    self.parameters = parameters
    self.team = team
  }

  /// The buffers that the tapes' pools ever made.
  public var allocations: Int { tapes.reduce(0) { $0 + $1.pool.allocations } }

  /// Runs every tape forward.
  public func forward() {
    team.run { thread in
      for shard in stride(from: thread, to: tapes.count, by: team.count) { tapes[shard].forward() }
    }
  }

  /// Runs every tape backward from its end, weighted with `seed` (ones when empty), and leaves the sum
  /// of their gradients in the parameters.
  public func backward(from ends: [Variable<S>], seed: [S] = []) {
    Requirement.check(
      ends.count == tapes.count, "\(ends.count) ends for the \(tapes.count) tapes of a batch")
    team.run { thread in
      for shard in stride(from: thread, to: tapes.count, by: team.count) {
        tapes[shard].backward(from: ends[shard], seed: seed)
      }
    }
    guard tapes.count > 1 else { return }
    team.run { thread in
      for parameter in parameters { sum(gradientsOf: parameter, thread) }
    }
  }

  /// One thread's stretch of the sum, each element in the order of the shards.
  private func sum(gradientsOf parameter: Parameter<S>, _ thread: Int) {
    let start = parameter.count * thread / team.count
    let count = parameter.count * (thread + 1) / team.count - start
    for tape in tapes.dropFirst() {
      guard let share = tape.gradient(of: parameter) else { continue }
      S.elements.axpy(count, 1, share + start, parameter.gradient.start + start)
    }
  }
}
