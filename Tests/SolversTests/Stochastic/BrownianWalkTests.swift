import Randomness
import Solvers
import Testing

@Suite struct BrownianWalkTests {
  private static let count = 20_000
  /// Five standard errors of a mean of `count` squares of normal numbers.
  private static let fiveErrors = 5 * (2 / Double(count)).squareRoot()

  private static func walk(_ name: String = "walk") -> BrownianWalk {
    BrownianWalk(count: count, span: 0...2, stream: RandomStream(seed: 3).stream(name))
  }

  private static func increment(
    _ walk: BrownianWalk, _ s: Double, _ t: Double
  ) -> (motion: [Double], integral: [Double]) {
    var motion = [Double](repeating: 0, count: walk.count)
    var integral = motion
    walk.increment(from: s, to: t, motion: &motion, integral: &integral)
    return (motion, integral)
  }

  private static func mean(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / Double(x.count)
  }

  private static func expectMoments(
    _ found: (motion: [Double], integral: [Double]), over h: Double
  ) {
    #expect(abs(mean(found.motion, found.motion) / h - 1) < fiveErrors)
    #expect(abs(mean(found.integral, found.integral) / (h * h * h / 3) - 1) < fiveErrors)
    #expect(abs(mean(found.motion, found.integral) / (h * h / 2) - 1) < 2 * fiveErrors)
    let sum = found.motion.reduce(0, +) / Double(count)
    #expect(abs(sum) < 5 * (h / Double(count)).squareRoot())
  }

  private static func expectIndependence(
    _ a: [Double], _ b: [Double], _ varianceA: Double, _ varianceB: Double
  ) {
    #expect(abs(mean(a, b)) < 5 * (varianceA * varianceB / Double(count)).squareRoot())
  }

  @Test func anIncrementHasItsMoments() {
    Self.expectMoments(Self.increment(Self.walk(), 0, 0.37), over: 0.37)
  }

  @Test(arguments: [0.5, 0.21, 0.93])
  func whatARejectedStepLeavesHasTheLawOfAPath(fraction: Double) {
    let walk = Self.walk("split \(fraction)")
    _ = Self.increment(walk, 0, 0.8)
    let middle = 0.8 * fraction
    let first = Self.increment(walk, 0, middle)
    let second = Self.increment(walk, middle, 0.8)
    Self.expectMoments(first, over: middle)
    Self.expectMoments(second, over: 0.8 - middle)
    for (x, power) in [(first.motion, 1.0), (first.integral, 3.0)] {
      let variance = power == 1 ? middle : middle * middle * middle / 3
      Self.expectIndependence(x, second.motion, variance, 0.8 - middle)
    }
  }

  @Test func piecesAddUpToWhatWasDrawnFirst() {
    let walk = Self.walk("sum")
    let whole = Self.increment(walk, 0, 0.8)
    let times = [0.8, 0.5, 0.1]
    for time in times { _ = Self.increment(walk, 0, time) }
    let parts = [(0, 0.1), (0.1, 0.3), (0.3, 0.8)].map { Self.increment(walk, $0.0, $0.1) }
    for i in stride(from: 0, to: Self.count, by: 500) {
      let motion = parts.reduce(0) { $0 + $1.motion[i] }
      #expect(abs(motion - whole.motion[i]) < 1e-14)
      let joined =
        parts.reduce(0) { $0 + $1.integral[i] } + parts[0].motion[i] * 0.7
        + parts[1].motion[i] * 0.5
      #expect(abs(joined - whole.integral[i]) < 1e-14)
    }
  }

  @Test func aLargerStepTakesWhatWasDrawnAndMore() {
    let walk = Self.walk("larger")
    _ = Self.increment(walk, 0, 0.3)
    _ = Self.increment(walk, 0, 0.1)
    _ = Self.increment(walk, 0.1, 0.2)
    Self.expectMoments(Self.increment(walk, 0.2, 1.7), over: 1.5)
  }

  @Test func aWalkThatBeginsAnewIsAnother() {
    let walk = Self.walk()
    let first = Self.increment(walk, 0, 1)
    walk.restart(over: 0...1, stream: RandomStream(seed: 3).stream("walk"))
    #expect(Self.increment(walk, 0, 1).motion == first.motion)
    walk.restart(over: 0...1, stream: RandomStream(seed: 4).stream("walk"))
    #expect(Self.increment(walk, 0, 1).motion != first.motion)
  }

  @Test func adaptiveStepsAlongAWalkBiasNothing() {
    // dX = X/2 dt + X/2 dW: E Xⁿ = e^(n/2 + n(n-1)/8) at t = 1. One joint step size for all paths,
    // tried too large at first, so that increments are split.
    let count = 20_000
    let problem = StochasticProblem<Double>(
      initial: [Double](repeating: 1, count: count), span: 0...1,
      drift: { _, x, rate in for i in 0..<count { rate[i] = 0.5 * x[i] } },
      diffusion: { _, x, rate in for i in 0..<count { rate[i] = 0.5 * x[i] } })
    let steps = AdaptiveSteps(
      measure: ErrorMeasure(tolerances: Tolerances(absolute: 1e-2, relative: 1e-2)),
      firstStep: .given(0.5))
    let solution = StochasticRungeKutta(.sosri).solve(
      problem,
      along: BrownianWalk(
        count: count, span: 0...1, stream: RandomStream(seed: 8).stream("geometric")),
      SolveOptions(steps: .adaptive(steps)))
    #expect(solution.trace.rejectedCount > 0)
    let exact = (mean: 1.6487212707001282, square: 3.4903429574618414)
    let mean = solution.last.reduce(0, +) / Double(count)
    // Five standard errors of means.
    let error = ((exact.square - exact.mean * exact.mean) / Double(count)).squareRoot()
    #expect(abs(mean - exact.mean) < 5 * error)
    let fourth = 33.11545195869231
    let square = Self.mean(solution.last, solution.last)
    let squareError = ((fourth - exact.square * exact.square) / Double(count)).squareRoot()
    #expect(abs(square - exact.square) < 5 * squareError)
  }
}
