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
    assay_gelu_with_derivative(x.count, &z, &y)
    for (index, point) in x.enumerated() {
      let v = Double(point)
      let cdf = 0.5 * erfc(-v / 2.0.squareRoot())
      let derivative = cdf + v * exp(-v * v / 2) / (2 * Double.pi).squareRoot()
      // 1.5e-7 of the approximation and some roundings of the size of the result
      #expect(abs(Double(y[index]) - v * cdf) < 3e-7 * max(1, abs(v)), "gelu(\(point))")
      #expect(abs(Double(z[index]) - derivative) < 5e-7, "gelu'(\(point))")
    }
  }

  @Test func geluInPlaceGivesTheBitsOfGeluWithDerivative() {
    var inPlace = numbers(1003, from: -6, to: 6)
    var z = inPlace
    var y = inPlace
    assay_gelu_with_derivative(z.count, &z, &y)
    inPlace.withUnsafeMutableBufferPointer { x in
      guard let start = x.baseAddress else { return }
      assay_gelu(x.count, start, start)
    }
    #expect(inPlace == y)
  }

  @Test func activationsPassNotANumberOn() {
    var x: [Float] = [.nan, 1, -1]
    var y: [Float] = [0, 0, 0]
    assay_relu(3, x, &y)
    #expect(y[0].isNaN && y[1] == 1 && y[2] == 0)
    assay_gelu_with_derivative(3, &x, &y)
    #expect(y[0].isNaN && x[0].isNaN && y[1].isFinite)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func sumsOfSquaresAreThoseInDouble(count: Int) {
    let a = numbers(count)
    let b = numbers(count, from: 0, to: 3)
    let squares = a.map { Double($0) * Double($0) }.reduce(0, +)
    let differences = zip(a, b).map { pow(Double($0) - Double($1), 2) }.reduce(0, +)
    #expect(abs(assay_square_sum(count, a) - squares) <= 1e-13 * squares)
    #expect(abs(assay_square_difference_sum(count, a, b) - differences) <= 1e-13 * differences)
  }

  @Test(arguments: [(3, 5), (4, 16), (7, 35)])
  func rowAndColumnSumsAddToWhatIsThere(rows: Int, columns: Int) {
    let x = numbers(rows * columns)
    var byRow = [Float](repeating: 1, count: rows)
    var byColumn = [Float](repeating: 1, count: columns)
    assay_row_sums(rows, columns, x, &byRow)
    assay_column_sums(rows, columns, x, &byColumn)
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
