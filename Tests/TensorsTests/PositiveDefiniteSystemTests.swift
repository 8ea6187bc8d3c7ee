import Tensors
import Testing

@Suite struct PositiveDefiniteSystemTests {
  init() { BLAS.pinToOneThread() }

  private func solve(_ matrix: [Double], _ vector: [Double]) -> (
    [Double], PositiveDefiniteSystem.Outcome
  ) {
    let a = Buffer<Double>(count: matrix.count)
    let b = Buffer<Double>(count: vector.count)
    a.load(matrix)
    b.load(vector)
    let outcome = PositiveDefiniteSystem.solve(
      size: vector.count, matrix: a.start, vector: b.start)
    return (b.values, outcome)
  }

  @Test func aSystemIsSolved() {
    let (x, outcome) = solve([4, 2, 0, 2, 5, 3, 0, 3, 6], [8, 21, 24])
    #expect(outcome == .solved)
    // a condition of about 7
    for (found, wanted) in zip(x, [1.0, 2, 3]) { #expect(abs(found - wanted) < 1e-14) }
  }

  @Test func anIndefiniteSystemIsRefused() {
    let (x, outcome) = solve([1, 2, 2, 1], [3, 4])
    #expect(outcome == .notPositiveDefinite)
    #expect(x == [3, 4])
  }
}
