import Autodiff
import Tensors
import Testing

@Suite struct ElementGradientTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  private let x = GradientCheck.parameter("x", [2, 3, 4])
  private let y = GradientCheck.parameter("y", [2, 3, 4])

  private func expectGradient(
    of parameters: [Parameter<Float>], _ record: (Tape<Float>) -> Variable<Float>,
    location: SourceLocation = #_sourceLocation
  ) {
    let error = GradientCheck.worstError(parameters, record)
    #expect(error < GradientCheck.tolerance, sourceLocation: location)
  }

  @Test func sums() {
    expectGradient(of: [x, y]) { $0.sum($0.parameter(x), $0.parameter(y)) }
    expectGradient(of: [x]) { $0.sum($0.parameter(x), $0.parameter(x)) }
  }

  @Test(arguments: [Activation.identity, .gelu]) func activations(activation: Activation) {
    expectGradient(of: [x]) { $0.activated($0.parameter(x), by: activation) }
  }

  @Test func masks() {
    let mask = Tensor(shape: [2, 1, 4], values: [1, 0, 1, 1, 0, 1, 0, 1])
    expectGradient(of: [x]) { $0.masked($0.parameter(x), by: $0.constant(mask)) }
  }

  @Test func outerSums() {
    let a = GradientCheck.parameter("a", [2, 5])
    let c = GradientCheck.parameter("c", [3, 5])
    expectGradient(of: [a, c]) {
      $0.outerSum($0.parameter(a), $0.parameter(c), activation: .gelu)
    }
  }

  @Test func joinsAndSlices() {
    let z = GradientCheck.parameter("z", [2, 2, 4])
    expectGradient(of: [x, z]) { tape in
      let all = tape.joined([tape.parameter(x), tape.parameter(z), tape.parameter(x)])
      return tape.sum(tape.channels(1..<4, of: all), tape.channels(5..<8, of: all))
    }
    expectGradient(of: [x, z]) { $0.flattened([$0.parameter(z), $0.parameter(x)]) }
  }

  @Test func spreadNumbersAndShapes() {
    let numbers = GradientCheck.parameter("numbers", [2, 3])
    expectGradient(of: [numbers, x]) { tape in
      tape.sum(
        tape.spread(tape.parameter(numbers), over: [2, 2]),
        tape.reshaped(tape.parameter(x), perSample: [3, 2, 2]))
    }
  }

  @Test func chosenPointsAndTranspositions() {
    let rows = GradientCheck.parameter("rows", [6, 3])
    expectGradient(of: [x, rows]) { tape in
      tape.sum(
        tape.values(of: tape.parameter(x), at: PointList([3, 0, 3])),
        tape.channelsFirst(tape.parameter(rows), samples: 2))
    }
  }

  @Test func scalesOfSamples() {
    let field = GradientCheck.tensor("field", [2, 2, 4])
    expectGradient(of: [x, y]) { tape in
      let scale = tape.rootMeanSquare(tape.constant(field))
      return tape.sum(
        tape.multiplied(tape.parameter(x), bySample: scale),
        tape.divided(tape.parameter(y), bySample: scale))
    }
  }

  @Test(arguments: ErrorWeighting.allCases) func losses(weighting: ErrorWeighting) {
    let target = GradientCheck.tensor("target", [2, 3, 4], from: 1, to: 2)
    expectGradient(of: [x]) { tape in
      let prediction = tape.activated(tape.parameter(x), by: .gelu)
      return tape.normalisedSquareError(
        prediction: prediction, target: tape.constant(target), weighting: weighting
      ).end
    }
  }
}
