import ArgumentParser

/// One of several parts of the plans, as in `2/5`.
struct Shard: ExpressibleByArgument {
  /// From 1.
  let index: Int
  let count: Int

  init?(argument: String) {
    let numbers = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let index = numbers[0], let count = numbers[1] else { return nil }
    (self.index, self.count) = (index, count)
  }
}
