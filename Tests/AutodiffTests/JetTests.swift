import Autodiff
import Foundation
import Tensors
import Testing

@Suite struct JetTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: ElementFunction.allCases)
  func theLaplacianIsThatOfSecondDifferences(function: ElementFunction) {
    let result = CurvatureCheck.run(function)
    #expect(result.passes && result.bound < 1e-4, "\(result)")
  }

  /// u = sin x · e^(2y)
  private func product(_ order: Jet<Double>.SecondOrder, directions: [[Double]]? = nil)
    -> (Tape<Double>, Jet<Double>)
  {
    let tape = Tape<Double>(.training)
    let x = tape.jet(
      of: tape.constant([1, 2], [0.7, -0.3]), directions: directions, order: order)
    let (first, second) = (
      Parameter<Double>(name: "first", shape: [1, 2]),
      Parameter<Double>(name: "second", shape: [1, 2])
    )
    first.value.load([1, 0])
    second.value.load([0, 2])
    let u = tape.product(
      tape.mapped(tape.dense(x, weight: first, bias: nil), by: .sin),
      tape.mapped(tape.dense(x, weight: second, bias: nil), by: .exp))
    return (tape, u)
  }

  /// Some ten functions and products, each with an error of a few roundings.
  private let tolerance = 64 * 0x1p-53

  @Test func derivativesOfAProductAreThoseOfTheFormula() throws {
    let (tape, u) = product(.each)
    let along = tape.slope(u, along: 1)
    tape.forward()
    let value = sin(0.7) * exp(-0.6)
    #expect(abs(u.value.values[0] - value) < tolerance)
    #expect(abs(along.values[0] - 2 * value) < tolerance)
    let second = try #require(u.second).values
    #expect(abs(second[0] + value) < tolerance && abs(second[1] - 4 * value) < tolerance)
  }

  /// The same layer of rows that are joined with their time.
  @Test(arguments: [(2, 5), (5, 2)], [1, 3])
  func aLayerBesideTimeIsThatOfJoinedRows(sizes: (Int, Int), rows: Int) {
    let (inputs, outputs) = sizes
    let tape = Tape<Double>(.training)
    let weight = Parameter<Double>(name: "weight", shape: [outputs, inputs + 1])
    weight.value.load((0..<outputs * (inputs + 1)).map { cos(Double($0)) })
    func numbers(_ columns: Int, _ phase: Double) -> Variable<Double> {
      tape.constant([rows, columns], (0..<rows * columns).map { sin(phase + Double($0)) })
    }
    let x = tape.curve(
      numbers(inputs, 0), slope: numbers(inputs, 1), second: numbers(inputs, 2))
    let time = tape.curve(numbers(1, 3), slope: numbers(1, 4), carriesSecond: true)
    let beside = tape.dense(x, beside: time, weight: weight, bias: nil, activation: .tanh)
    let joined = tape.dense(
      tape.concatenated([x, time], axis: 1), weight: weight, bias: nil, activation: .tanh)
    let plain = tape.dense(
      tape.curve(x.value, slope: nil), beside: tape.curve(time.value, slope: nil), weight: weight,
      bias: nil, activation: .tanh)
    tape.forward()
    for (a, b) in [
      (beside.value, joined.value), (beside.slopes, joined.slopes),
      (beside.second, joined.second), (plain.value, joined.value),
    ] {
      for (one, other) in zip(a?.values ?? [], b?.values ?? []) {
        // second derivatives are products of four numbers of the size 1
        #expect(abs(one - other) < tolerance)
      }
    }
    #expect(beside.second != nil && plain.slopes == nil)
  }

  @Test func aMixedDerivativeFollowsFromTwoDiagonals() throws {
    // u_xy = ((∂x + ∂y)² - (∂x - ∂y)²) u / 4
    let (tape, u) = product(.sum(weights: [0.25, -0.25]), directions: [[1, 1], [1, -1]])
    tape.forward()
    let mixed = try #require(u.second).values[0]
    #expect(abs(mixed - 2 * cos(0.7) * exp(-0.6)) < tolerance)
  }

  @Test func aLinearFieldHasNoCurvature() {
    let tape = Tape<Double>(.training)
    let x = tape.jet(of: tape.input([3, 2]), order: .each)
    let weight = Parameter<Double>(name: "weight", shape: [1, 2])
    weight.value.load([3, -4])
    let u = tape.dense(x, weight: weight, bias: nil)
    tape.forward()
    #expect(u.second == nil)
    #expect(u.slopes?.values == [3, 3, 3, -4, -4, -4])
  }
}
