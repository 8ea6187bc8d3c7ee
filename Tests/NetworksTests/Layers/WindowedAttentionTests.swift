import Autodiff
import Networks
import Randomness
import Tensors
import Testing

@Suite struct WindowedAttentionTests {
  private static let shape = [1, 2, 8, 8]

  private func response(
    _ wrapping: WindowedAttention<Double>.Wrapping, shift: Int, moving: Int
  ) -> [Bool] {
    var parameters = ParameterSet<Double>(random: RandomStream(seed: 8))
    let layer = WindowedAttention(
      "a", channels: 2, heads: 1, edge: 4, shift: shift, wrapping: wrapping, in: &parameters)
    func values(_ change: Double) -> [Double] {
      let tape = Tape<Double>(.inference)
      // numbers that differ from each other
      var x = (0..<128).map { Double(($0 * 37) % 131) / 131 - 0.5 }
      x[moving] += change
      let y = layer(tape.constant(Self.shape, x), on: tape)
      tape.forward()
      return y.values
    }
    return zip(values(0), values(1)).prefix(64).map { $0 != $1 }
  }

  @Test func aPointIsSeenByItsWindowAlone() {
    let seen = response(.separated, shift: 0, moving: 2 * 8 + 3)
    for point in 0..<64 { #expect(seen[point] == (point / 8 < 4 && point % 8 < 4)) }
  }

  @Test func aShiftedWindowInsideIsAWholeWindow() {
    let seen = response(.separated, shift: 2, moving: 3 * 8 + 3)
    for point in 0..<64 {
      #expect(seen[point] == ((2..<6).contains(point / 8) && (2..<6).contains(point % 8)))
    }
  }

  @Test func aCornerIsSeparatedUnlessThePlaneIsPeriodic() {
    let separated = response(.separated, shift: 2, moving: 0)
    let periodic = response(.periodic, shift: 2, moving: 0)
    for point in 0..<64 {
      let (row, column) = (point / 8, point % 8)
      #expect(separated[point] == (row < 2 && column < 2))
      #expect(periodic[point] == ((row < 2 || row > 5) && (column < 2 || column > 5)))
    }
  }
}
