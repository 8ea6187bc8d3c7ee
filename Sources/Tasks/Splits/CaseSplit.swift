/// Which cases are for training, validation and test, by their index in a list.
public struct CaseSplit: Sendable, Equatable {
  /// Cases to fit.
  public let training: [Int]
  /// Cases to choose a checkpoint by.
  public let validation: [Int]
  /// Cases to be judged on.
  public let test: [Int]

  /// A split.
  public init(training: [Int], validation: [Int], test: [Int]) {
    self.training = training
    self.validation = validation
    self.test = test
  }

  /// The seed that CFDBench gives to `random.seed` before its shuffle (src/dataset, `random.seed(0)`).
  static let publishedSeed: UInt32 = 0

  /// The split of `count` cases as CFDBench makes it: shuffled with seed 0, then cut at the fractions,
  /// made whole by `rounding`, the rest being the test.
  public static func published(
    count: Int, fractions: SplitFractions, rounding: SplitFractions.Rounding
  ) -> CaseSplit {
    var random = PythonRandom(seed: publishedSeed)
    let order = random.shuffled(count)
    let sizes = fractions.sizes(of: count, rounding)
    return CaseSplit(
      training: Array(order.prefix(sizes.training)),
      validation: Array(order.dropFirst(sizes.training).prefix(sizes.validation)),
      test: Array(order.dropFirst(sizes.training + sizes.validation)))
  }

  /// A split of whole groups, so that cases of one flow are never on two sides: the distinct keys in
  /// order of first occurrence are shuffled with seed 0 and cut by the fractions, with at least one
  /// group in each part. Nil when there are fewer than three groups.
  public static func grouped<Key: Hashable>(
    _ keys: [Key], fractions: SplitFractions
  ) -> CaseSplit? {
    var members: [[Int]] = []
    var places: [Key: Int] = [:]
    for (index, key) in keys.enumerated() {
      if let place = places[key] {
        members[place].append(index)
      } else {
        places[key] = members.count
        members.append([index])
      }
    }
    guard members.count >= 3 else { return nil }
    var random = PythonRandom(seed: publishedSeed)
    let order = random.shuffled(members.count)
    let sizes = fractions.sizesWithoutEmptyParts(of: members.count)
    func cases(_ groups: ArraySlice<Int>) -> [Int] { groups.flatMap { members[$0] } }
    return CaseSplit(
      training: cases(order.prefix(sizes.training)),
      validation: cases(order.dropFirst(sizes.training).prefix(sizes.validation)),
      test: cases(order.dropFirst(sizes.training + sizes.validation)))
  }
}
