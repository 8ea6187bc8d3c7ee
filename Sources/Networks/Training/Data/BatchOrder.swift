import Randomness

/// The samples of successive batches: one random permutation an epoch, without a break between
/// epochs, so that every batch is full and every sample is seen once an epoch.
struct BatchOrder {
  private let count: Int
  private let random: RandomStream
  private var epoch = 0
  private var order: [Int] = []
  private var cursor = 0

  init(count: Int, random: RandomStream) {
    self.count = count
    self.random = random
  }

  mutating func fill(_ batch: inout [Int]) {
    for position in batch.indices {
      if cursor == order.count { shuffle() }
      batch[position] = order[cursor]
      cursor += 1
    }
  }

  private mutating func shuffle() {
    var stream = random.stream(epoch)
    order = stream.permutation(of: count)
    epoch += 1
    cursor = 0
  }
}
