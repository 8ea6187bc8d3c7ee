import Autodiff
import Testing

@Suite struct PaddingTests {
  @Test func ofAnOddNumberOfNewPixelsTheOneMoreIsAtTheEnd() {
    let tape = Tape<Double>(.inference)
    let x = tape.constant([1, 1, 1, 2], [3, 4])
    let y = tape.padded(x, to: [4, 3])
    tape.forward()
    #expect(y.shape == [1, 1, 4, 3])
    #expect(y.values == [0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test func imagesThatFitStayAsTheyAre() {
    let tape = Tape<Double>(.inference)
    let x = tape.constant([1, 2, 3, 3])
    #expect(tape.padded(x, to: [3, 3]) === x)
  }
}
