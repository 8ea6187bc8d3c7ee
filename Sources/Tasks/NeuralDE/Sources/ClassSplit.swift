/// Splits of labelled samples in which every class has its share.
struct ClassSplit {
  /// The samples of each class in an order that `random` fixes for each class apart.
  private let members: [[Int]]

  /// Of the samples `indices` of `source` by the class of each; splits of other names have other orders.
  init(
    _ indices: some Collection<Int>, labels: [Int], classes: Int, of source: String,
    named name: String
  ) {
    let random = NeuralStreams.stream(source, name)
    members = (0..<classes).map { label in
      let own = indices.filter { labels[$0] == label }
      var stream = random.stream(label)
      return stream.permutation(of: own.count).map { own[$0] }
    }
  }

  /// The first `share` of every class, rounded, and the rest; both in ascending order.
  func parted(share: Double) -> (first: [Int], rest: [Int]) {
    let counts = members.map { Int((Double($0.count) * share).rounded()) }
    return (
      zip(members, counts).flatMap { $0.prefix($1) }.sorted(),
      zip(members, counts).flatMap { $0.dropFirst($1) }.sorted()
    )
  }

  /// `count` samples, taken from the classes in turn, in ascending order; all when `count` is 0 or more
  /// than there are.
  func subset(of count: Int) -> [Int] {
    let whole = members.map(\.count).reduce(0, +)
    guard count > 0, count < whole else { return members.flatMap(\.self).sorted() }
    var chosen: [Int] = []
    var round = 0
    while chosen.count < count {
      chosen += members.compactMap { round < $0.count ? $0[round] : nil }
      round += 1
    }
    return chosen.prefix(count).sorted()
  }
}
