import Tensors
import Testing

@Suite struct OptimiserKernelTests {
  /// Long enough for full lanes and a rest.
  private static let count = 1003

  private func reductions<S: Scalar>(_: S.Type) {
    let (a, b) = (Buffer<S>(count: Self.count), Buffer<S>(count: Self.count))
    for index in 0..<Self.count {
      a.start[index] = S(index % 7 - 3)
      b.start[index] = S(index % 5)
    }
    let pairs = (0..<Self.count).map { (Double($0 % 7 - 3), Double($0 % 5)) }
    // small whole numbers: exact in any order
    #expect(
      S.optimisers.dot(Self.count, a.start, b.start) == pairs.reduce(0) { $0 + $1.0 * $1.1 })
    #expect(
      S.optimisers.absoluteSum(Self.count, a.start) == pairs.reduce(0) { $0 + abs($1.0) })
    #expect(S.optimisers.largest(Self.count, a.start) == 3)
    a.start[5] = .nan
    #expect(S.optimisers.largest(Self.count, a.start).isNaN)
    #expect(S.optimisers.dot(Self.count, a.start, b.start).isNaN)
  }

  @Test func reductionsAreExactOnWholeNumbersInBothPrecisions() {
    reductions(Float.self)
    reductions(Double.self)
  }

  @Test func clampingKeepsWhatIsNoNumber() {
    let x = Buffer<Float>(count: 4)
    x.load([-3, .nan, 0.5, .infinity])
    Float.optimisers.clamp(4, 1, x.start)
    #expect(x.start[0] == -1 && x.start[1].isNaN && x.start[2] == 0.5 && x.start[3] == 1)
  }
}
