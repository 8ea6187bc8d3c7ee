import Autodiff
import Tensors
import Testing

@Suite struct LayerShapeTests {
  private static func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func attentionNamesTheShapesThatDoNotFit() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      let x = tape.input([1, 2, 3, 4])
      _ = tape.attention(query: x, key: tape.input([1, 2, 3, 5]), value: x)
    }
    #expect(
      Self.text(result).contains(
        "attention: queries of [1, 2, 3, 4], keys of [1, 2, 3, 5] and values of [1, 2, 3, 4] do "
          + "not fit"))
  }

  @Test func aMaskThatDoesNotFitIsNamedWithTheScores() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      let x = tape.input([3, 2, 3, 4])
      _ = tape.attention(query: x, key: x, value: x, mask: tape.constant([2, 3, 3]))
    }
    #expect(
      Self.text(result).contains("attention: a mask of [2, 3, 3] does not fit scores of [3, 3, 3]"))
  }

  @Test func aRecurrenceNamesAllItsShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      _ = tape.gatedRecurrence(
        tape.input([5, 2, 8]), from: tape.input([2, 3]),
        weight: Parameter(name: "u", shape: [9, 3]), bias: Parameter(name: "c", shape: [9]))
    }
    #expect(
      Self.text(result).contains(
        """
        gatedRecurrence: gates of [5, 2, 8], states of [2, 3], weights of [9, 3] and biases of [9] \
        do not fit
        """))
  }

  @Test func modesBeyondTheGridAreRefused() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      _ = tape.spectral(
        tape.input([1, 1, 4, 4]), weight: Parameter(name: "r", shape: [6, 2, 1, 2, 1]))
    }
    #expect(Self.text(result).contains("a grid of [4, 4] does not have [3, 2] modes"))
  }
}
