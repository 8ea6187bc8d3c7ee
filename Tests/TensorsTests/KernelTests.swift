import CKernels
import Foundation
import Randomness
import Testing

@Suite struct KernelTests {
  private func numbers(_ count: Int, from lower: Double = -1, to upper: Double = 1) -> [Float] {
    var stream = RandomStream(seed: 5).stream("kernel")
    return (0..<count).map { _ in Float(stream.uniform(from: lower, to: upper)) }
  }

  @Test func geluAndItsDerivativeAreThoseOfTheErrorFunction() {
    let x = stride(from: -14.0, through: 14.0, by: 0.0037).map { Float($0) }
    var z = x
    var y = [Float](repeating: 0, count: x.count)
    assay_gelu_with_derivative_f32(x.count, &z, &y)
    for (index, point) in x.enumerated() {
      let v = Double(point)
      let cdf = 0.5 * erfc(-v / 2.0.squareRoot())
      let derivative = cdf + v * exp(-v * v / 2) / (2 * Double.pi).squareRoot()
      // 1.5e-7 of the approximation and some roundings of the size of the result
      #expect(abs(Double(y[index]) - v * cdf) < 3e-7 * max(1, abs(v)), "gelu(\(point))")
      #expect(abs(Double(z[index]) - derivative) < 5e-7, "gelu'(\(point))")
    }
  }

  @Test func doubleKernelsComputeInDouble() {
    let third = 1.0 / 3
    var y = [third, 2 * third]
    assay_axpy_f64(2, third, [third, 1], &y)
    #expect(y == [third + third * third, 2 * third + third])
    #expect(assay_square_sum_f64(1, [third]) == third * third)
    var spread = [Double](repeating: 0, count: 4)
    assay_spread_f64(2, 2, [third, 1], &spread)
    #expect(spread == [third, third, 1, 1])
  }

  @Test(arguments: [1, 63, 64, 65, 200]) func polynomialsAndPowersAreThoseOfTheirFormulas(
    count: Int
  ) {
    let x = numbers(count, from: 0.5, to: 2).map { Double($0) }
    var y = x
    assay_polynomial_f64(count, 3, [1, -2, 0, 4], x, &y)
    #expect(y == x.map { (4 * $0 * $0 - 2) * $0 + 1 })
    for exponent in [-3, 1, 5] {
      assay_power_f64(count, exponent, x, &y)
      // at most four products and a quotient, each rounded once
      #expect(zip(x, y).allSatisfy { abs($1 / pow($0, Double(exponent)) - 1) < 6 * 0x1p-53 })
    }
  }

  @Test func gatheredPointsAreScatteredToWhereTheyCameFrom() {
    let x: [Float] = [1, 2, 3, 10, 20, 30]
    var y = [Float](repeating: 0, count: 4)
    assay_gather_f32(2, 3, 2, [2, 0], x, &y)
    #expect(y == [3, 1, 30, 10])
    var back = x
    assay_scatter_add_f32(2, 3, 2, [1, 1], y, &back)
    #expect(back == [1, 6, 3, 10, 60, 30])
  }

  @Test func geluInPlaceGivesTheBitsOfGeluWithDerivative() {
    var inPlace = numbers(1003, from: -6, to: 6)
    var z = inPlace
    var y = inPlace
    assay_gelu_with_derivative_f32(z.count, &z, &y)
    inPlace.withUnsafeMutableBufferPointer { x in
      guard let start = x.baseAddress else { return }
      assay_gelu_f32(x.count, start, start)
    }
    #expect(inPlace == y)
  }

  @Test func activationsPassNotANumberOn() {
    var x: [Float] = [.nan, 1, -1]
    var y: [Float] = [0, 0, 0]
    assay_relu_f32(3, x, &y)
    #expect(y[0].isNaN && y[1] == 1 && y[2] == 0)
    assay_gelu_with_derivative_f32(3, &x, &y)
    #expect(y[0].isNaN && x[0].isNaN && y[1].isFinite)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func sumsOfSquaresAreThoseInDouble(count: Int) {
    let a = numbers(count)
    let b = numbers(count, from: 0, to: 3)
    let squares = a.map { Double($0) * Double($0) }.reduce(0, +)
    let differences = zip(a, b).map { pow(Double($0) - Double($1), 2) }.reduce(0, +)
    #expect(abs(assay_square_sum_f32(count, a) - squares) <= 1e-13 * squares)
    #expect(abs(assay_square_difference_sum_f32(count, a, b) - differences) <= 1e-13 * differences)
  }

  @Test(arguments: [(3, 5), (4, 16), (7, 35)])
  func rowAndColumnSumsAddToWhatIsThere(rows: Int, columns: Int) {
    let x = numbers(rows * columns)
    var byRow = [Float](repeating: 1, count: rows)
    var byColumn = [Float](repeating: 1, count: columns)
    assay_row_sums_f32(rows, columns, x, &byRow)
    assay_column_sums_f32(rows, columns, x, &byColumn)
    for row in 0..<rows {
      let sum = (0..<columns).reduce(1.0) { $0 + Double(x[row * columns + $1]) }
      #expect(abs(Double(byRow[row]) - sum) < 1e-6)
    }
    for column in 0..<columns {
      let sum = (0..<rows).reduce(1.0) { $0 + Double(x[$1 * columns + column]) }
      #expect(abs(Double(byColumn[column]) - sum) < 1e-6)
    }
  }
}
