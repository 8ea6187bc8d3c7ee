import Tasks
import Testing

@Suite struct SplitTests {
  private let published = SplitFractions(training: 0.8, validation: 0.1)

  private func shuffled(_ count: Int) -> [Int] {
    let split = CaseSplit.published(
      count: count, fractions: published, rounding: .halfToEven)
    return split.training + split.validation + split.test
  }

  /// `random.seed(0); x = list(range(n)); random.shuffle(x)` in CPython 3.11.
  @Test(arguments: [
    [10, 18, 16, 14, 0, 17, 11, 2, 3, 9, 5, 7, 4, 19, 6, 15, 8, 1, 13, 12],
    [
      14, 0, 23, 18, 6, 5, 7, 10, 22, 20, 4, 2, 21, 3, 17, 11, 19, 9, 24, 15, 16, 8, 1, 13, 12,
    ],
    [
      43, 1, 28, 14, 36, 12, 0, 27, 47, 7, 33, 34, 20, 49, 5, 38, 11, 23, 40, 15, 10, 21, 46, 3, 9,
      4, 41, 42, 39, 17, 29, 45, 6, 35, 18, 8, 44, 13, 37, 22, 30, 19, 25, 31, 32, 16, 2, 26, 48,
      24,
    ],
  ])
  func theShuffleIsThatOfPython(order: [Int]) {
    #expect(shuffled(order.count) == order)
  }

  @Test(arguments: [
    (159, [95, 12, 74, 29, 19, 154, 104, 14, 39, 50, 58, 114]),
    (175, [59, 29, 81, 121, 153, 61, 127, 44, 100, 169, 114, 88]),
    (220, [206, 58, 68, 166, 93, 94, 104, 182, 88, 151, 17, 161]),
    (185, [39, 160, 150, 51, 32, 106, 92, 172, 96, 95, 110, 68]),
  ])
  func longShufflesStartAsThoseOfPython(count: Int, start: [Int]) {
    let order = shuffled(count)
    #expect(Array(order.prefix(12)) == start)
    #expect(order.sorted() == Array(0..<count))
  }

  /// The 28 combinations of sweeps (PROP, BC, GEO, PROP + BC, PROP + GEO, BC + GEO, all) with the sizes
  /// that Python's `round` and `int` give.
  @Test(arguments: [
    // Cavity.
    (84, [67, 8, 9], [67, 8, 9]), (50, [40, 5, 5], [40, 5, 5]), (25, [20, 2, 3], [20, 2, 3]),
    (134, [107, 13, 14], [107, 13, 14]), (109, [87, 11, 11], [87, 10, 12]),
    (75, [60, 8, 7], [60, 7, 8]), (159, [127, 16, 16], [127, 15, 17]),
    // Tube.
    (100, [80, 10, 10], [80, 10, 10]), (50, [40, 5, 5], [40, 5, 5]), (25, [20, 2, 3], [20, 2, 3]),
    (150, [120, 15, 15], [120, 15, 15]), (125, [100, 12, 13], [100, 12, 13]),
    (75, [60, 8, 7], [60, 7, 8]), (175, [140, 18, 17], [140, 17, 18]),
    // Dam.
    (100, [80, 10, 10], [80, 10, 10]), (70, [56, 7, 7], [56, 7, 7]), (50, [40, 5, 5], [40, 5, 5]),
    (170, [136, 17, 17], [136, 17, 17]), (150, [120, 15, 15], [120, 15, 15]),
    (120, [96, 12, 12], [96, 12, 12]), (220, [176, 22, 22], [176, 22, 22]),
    // Cylinder.
    (115, [92, 12, 11], [92, 11, 12]), (50, [40, 5, 5], [40, 5, 5]), (20, [16, 2, 2], [16, 2, 2]),
    (165, [132, 16, 17], [132, 16, 17]), (135, [108, 14, 13], [108, 13, 14]),
    (70, [56, 7, 7], [56, 7, 7]), (185, [148, 18, 19], [148, 18, 19]),
  ])
  func thePublishedSizesHold(count: Int, rounded: [Int], truncated: [Int]) {
    for (rounding, sizes) in [
      (SplitFractions.Rounding.halfToEven, rounded), (.truncated, truncated),
    ] {
      let split = CaseSplit.published(count: count, fractions: published, rounding: rounding)
      #expect([split.training.count, split.validation.count, split.test.count] == sizes)
    }
  }

  @Test func groupsAreNeverDivided() throws {
    let keys = (0..<60).map { $0 * 7 % 23 }
    let split = try #require(CaseSplit.grouped(keys, fractions: published))
    let sides = [split.training, split.validation, split.test].map { side in
      Set(side.map { keys[$0] })
    }
    #expect(sides[0].isDisjoint(with: sides[1]))
    #expect(sides[0].isDisjoint(with: sides[2]))
    #expect(sides[1].isDisjoint(with: sides[2]))
    #expect((split.training + split.validation + split.test).sorted() == Array(0..<60))
    #expect(sides.map(\.count) == [18, 2, 3])
  }

  @Test(arguments: 3...12)
  func everyPartGetsAGroup(count: Int) throws {
    let split = try #require(CaseSplit.grouped(Array(0..<count), fractions: published))
    for part in [split.training, split.validation, split.test] { #expect(!part.isEmpty) }
  }

  @Test func fewerThanThreeGroupsCannotBeSplit() {
    #expect(CaseSplit.grouped([1, 1, 2, 2], fractions: published) == nil)
  }
}
