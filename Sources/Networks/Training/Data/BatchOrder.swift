import Randomness
import Tensors

/// The samples of successive batches: one permutation an epoch, with the remainder that fills no batch
/// treated as the rule says.
///
/// Batches are not fetched ahead: copying one takes a thousandth of a step (16 samples of 3 x 64 x 64
/// numbers: 0.1 ms of some 100 ms), so a thread for it would not pay.
public struct BatchOrder {
  private let count: Int
  private let batchSize: Int
  private let rule: BatchRule
  private let random: RandomStream
  private var epoch = 0
  private var order: [Int] = []
  private var cursor = 0

  /// The batches of `count` samples, with shuffles from streams of `random`, one an epoch.
  public init(count: Int, batchSize: Int, rule: BatchRule, random: RandomStream) {
    precondition((1...max(count, 1)).contains(batchSize), "\(count) samples fill no \(batchSize)")
    self.count = count
    self.batchSize = batchSize
    self.rule = rule
    self.random = random
  }

  /// Makes `batch` the samples of the next batch.
  public mutating func fill(_ batch: inout [Int]) {
    batch.removeAll(keepingCapacity: true)
    let rest = order.count - cursor
    if rest < batchSize && (rule.remainder == .dropped || rest == 0) { beginEpoch() }
    let isLast = rule.remainder == .kept && order.count - cursor < batchSize
    let wanted = isLast ? order.count - cursor : batchSize
    while batch.count < wanted {
      if cursor == order.count { beginEpoch() }
      batch.append(order[cursor])
      cursor += 1
    }
  }

  private mutating func beginEpoch() {
    epoch += 1
    shuffle()
    cursor = 0
  }

  /// The order of the epoch, of which the first is 1, is a function of its number alone.
  private mutating func shuffle() {
    switch rule.order {
    case .sequential: order = Array(0..<count)
    case .shuffled:
      var stream = random.stream(epoch - 1)
      order = stream.permutation(of: count)
    }
  }
}

extension BatchOrder: Resumable {
  /// The epoch and the place in it.
  public var state: NamedState<Float> {
    var state = NamedState<Float>()
    state.put("epoch", [epoch])
    state.put("cursor", [cursor])
    return state
  }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<Float>) throws {
    let (epoch, cursor) = (try state.integer("epoch"), try state.integer("cursor"))
    guard epoch >= 0, (0...(epoch == 0 ? 0 : count)).contains(cursor) else {
      throw CheckpointMismatch(
        name: "cursor", found: "sample \(cursor) of epoch \(epoch)", expected: "one of \(count)")
    }
    self.epoch = epoch
    order = []
    if epoch > 0 { shuffle() }
    self.cursor = cursor
  }
}
