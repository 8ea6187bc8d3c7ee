import Foundation
import Randomness
import Solvers
import Testing

@Suite struct VirtualBrownianTreeTests {
  private static let count = 20_000
  /// Five standard errors of a mean of `count` squares of normal numbers.
  private static let fiveErrors = 5 * (2 / Double(count)).squareRoot()

  private static func tree(
    _ count: Int = Self.count, name: String = "moments", depth: Int = 12
  ) -> VirtualBrownianTree {
    VirtualBrownianTree(
      count: count, span: 0...2, stream: RandomStream(seed: 3).stream(name), depth: depth)
  }

  private static func mean(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / Double(x.count)
  }

  @Test(arguments: [0.5, 1.0, 0.3, 1.7321])
  func motionAndIntegralHaveTheirMoments(time: Double) {
    let (motion, integral) = Self.tree().values(at: time)
    let (variance, cross, integralVariance) = (time, time * time / 2, pow(time, 3) / 3)
    #expect(abs(Self.mean(motion, motion) / variance - 1) < Self.fiveErrors)
    #expect(abs(Self.mean(motion, integral) / cross - 1) < 2 * Self.fiveErrors)
    #expect(abs(Self.mean(integral, integral) / integralVariance - 1) < Self.fiveErrors)
    let sum = motion.reduce(0, +) / Double(Self.count)
    #expect(abs(sum) < 5 * (variance / Double(Self.count)).squareRoot())
  }

  @Test(arguments: [(0.25, 0.75), (0.1, 0.9), (0.7001, 0.7002)])
  func incrementsAreIndependentOfThePast(start: Double, end: Double) {
    let tree = Self.tree()
    let past = tree.values(at: start).motion
    var (motion, integral) = (
      [Double](repeating: 0, count: Self.count), [Double](repeating: 0, count: Self.count)
    )
    tree.increment(from: start, to: end, motion: &motion, integral: &integral)
    let h = end - start
    #expect(abs(Self.mean(motion, motion) / h - 1) < Self.fiveErrors)
    #expect(abs(Self.mean(integral, integral) / (h * h * h / 3) - 1) < Self.fiveErrors)
    #expect(abs(Self.mean(motion, past)) < 5 * (h * start / Double(Self.count)).squareRoot())
  }

  @Test func theMiddleGivenTheEndsIsABridge() {
    // Var(W(1) - (W(0.5) + W(1.5)) / 2) = 1/4 for a bridge over a length of 1.
    let tree = Self.tree()
    let (left, middle, right) = (
      tree.values(at: 0.5).motion, tree.values(at: 1).motion, tree.values(at: 1.5).motion
    )
    let rest = middle.indices.map { middle[$0] - 0.5 * (left[$0] + right[$0]) }
    #expect(abs(Self.mean(rest, rest) / 0.25 - 1) < Self.fiveErrors)
    #expect(
      abs(Self.mean(rest, zip(left, right).map(+)))
        < 5 * (0.25 * 3 / Double(Self.count)).squareRoot())
  }

  @Test func thePathDoesNotDependOnTheOrderOrNumberOfQueries() {
    let times = [0.3, 1.999, 0.5, 0.3000001, 0, 2, 1.25, 0.3]
    let together = Self.tree(3)
    let first = times.map { together.values(at: $0) }
    for (time, value) in zip(times, first).reversed() {
      let alone = Self.tree(3).values(at: time)
      #expect(alone.motion == value.motion && alone.integral == value.integral)
    }
  }

  @Test func incrementsOfPartsAddUpToThatOfTheWhole() {
    let tree = Self.tree(4)
    func increment(_ s: Double, _ t: Double) -> ([Double], [Double]) {
      var (motion, integral) = ([Double](repeating: 0, count: 4), [Double](repeating: 0, count: 4))
      tree.increment(from: s, to: t, motion: &motion, integral: &integral)
      return (motion, integral)
    }
    let (whole, left, right) = (increment(0.2, 1.1), increment(0.2, 0.61), increment(0.61, 1.1))
    for i in 0..<4 {
      #expect(abs(whole.0[i] - left.0[i] - right.0[i]) < 1e-14)
      // ∫ over the right part counts from W at its start.
      let joined = left.1[i] + right.1[i] + left.0[i] * (1.1 - 0.61)
      #expect(abs(whole.1[i] - joined) < 1e-14)
    }
  }

  @Test func aDeeperTreeHasTheSamePathAtTheCoarserPoints() {
    let (coarse, fine) = (Self.tree(2, depth: 4), Self.tree(2, depth: 12))
    for index in 0...16 {
      let time = Double(index) / 8
      #expect(coarse.values(at: time).motion == fine.values(at: time).motion)
    }
  }

  @Test func anotherNameIsAnotherPath() {
    #expect(
      Self.tree(2, name: "a").values(at: 1).motion != Self.tree(2, name: "b").values(at: 1).motion)
  }
}
