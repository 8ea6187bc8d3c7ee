import Autodiff
import Networks
import Randomness
import Testing

@Suite struct RecurrentTests {
  private func set() -> ParameterSet<Double> {
    ParameterSet<Double>(random: RandomStream(seed: 6))
  }

  @Test func aSequenceInTwoPiecesIsTheSequenceInOne() {
    var parameters = set()
    let gru = GRU("gru", inputs: 2, width: 3, in: &parameters)
    let lstm = LSTM("lstm", inputs: 2, width: 3, in: &parameters)
    let tape = Tape<Double>(.inference)
    let x = tape.constant([4, 1, 2], [0.1, 0.2, -0.3, 0.4, 0.5, -0.6, 0.7, 0.8])
    let (first, second) = (
      tape.slice(x, axis: 0, 0..<2), tape.slice(x, axis: 0, 2..<4)
    )
    let last = { (y: Variable<Double>) in
      tape.reshaped(tape.slice(y, axis: 0, 1..<2), to: [1, 3])
    }
    let whole = gru(x, on: tape)
    let pieces = gru(second, from: last(gru(first, on: tape)), on: tape)
    let all = lstm(x, on: tape)
    let start = lstm(first, on: tape)
    let rest = lstm(
      second, from: .init(hidden: last(start.hidden), cell: last(start.cell)), on: tape)
    tape.forward()
    #expect(whole.values.suffix(6) == pieces.values.suffix(6))
    #expect(all.hidden.values.suffix(6) == rest.hidden.values.suffix(6))
    #expect(all.cell.values.suffix(6) == rest.cell.values.suffix(6))
  }

  @Test func parametersStartWithinTheInverseRootOfTheWidth() {
    var parameters = set()
    _ = LSTM("lstm", inputs: 2, width: 25, in: &parameters)
    let values = parameters.parameters.flatMap { $0.value.values }
    #expect(values.count == 100 * (2 + 25 + 2))
    #expect(values.allSatisfy { abs($0) <= 0.2 } && (values.max() ?? 0) > 0.199)
  }

  @Test func theBackwardEncoderSkipsTimesWithoutObservations() {
    func code(_ update: EncoderUpdate, values: [Double], mask: [Double]) -> [Double] {
      var parameters = set()
      let encoder = BackwardEncoder(
        "encoder", features: 1, width: 2, hidden: 3, update: update, in: &parameters)
      let tape = Tape<Double>(.inference)
      let count = values.count
      let result = encoder(
        tape.constant([1, count, 1], values), mask: tape.constant([1, count, 1], mask),
        times: tape.constant([1, count], (0..<count).map { Double($0) }), on: tape)
      tape.forward()
      return result.values
    }
    // What comes last and is not observed changes nothing; nor does a value that is masked.
    let known = code(.observed, values: [0.5, -1], mask: [1, 1])
    #expect(code(.observed, values: [0.5, -1, 7], mask: [1, 1, 0]) != known)
    #expect(
      code(.observed, values: [0.5, -1, 7], mask: [1, 1, 0])
        == code(.observed, values: [0.5, -1, 0], mask: [1, 1, 0]))
    #expect(code(.observed, values: [3, 3], mask: [0, 0]) == [0, 0, 0, 0])
    #expect(code(.published, values: [3, 3], mask: [0, 0]) != [0, 0, 0, 0])
  }
}
