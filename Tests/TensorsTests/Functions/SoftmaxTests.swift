import CKernels
import Foundation
import Randomness
import Testing

/// Softmax over rows and its logarithm.
@Suite struct SoftmaxTests {
  private func numbers(_ count: Int, _ bound: Double) -> [Float] {
    var stream = RandomStream(seed: 9).stream("softmax")
    return (0..<count).map { _ in Float(stream.uniform(from: -bound, to: bound)) }
  }

  @Test(arguments: [(1, 1), (3, 7), (2, 16), (5, 33)], [1.0, 40.0])
  func probabilitiesAndTheirLogarithmsAreThoseInDouble(shape: (Int, Int), bound: Double) {
    let (rows, columns) = shape
    let x = numbers(rows * columns, bound)
    var (y, logarithm) = (x, x)
    assay_softmax_f32(rows, columns, x, &y)
    assay_log_softmax_f32(rows, columns, x, &logarithm)
    for row in 0..<rows {
      let range = row * columns..<(row + 1) * columns
      let largest = Double(x[range].max() ?? 0)
      let sum = x[range].reduce(0) { $0 + exp(Double($1) - largest) }
      for index in range {
        let exact = exp(Double(x[index]) - largest) / sum
        // 1 ulp of the exponential, half each of the sum and the quotient
        #expect(abs(Double(y[index]) - exact) <= 2.5 * Double(Float(exact).ulp))
        let spread = Float(2 * bound) + Float(log(sum))
        #expect(abs(Double(logarithm[index]) - log(exact)) <= 2 * Double(spread.ulp))
      }
    }
  }

  @Test func aMaskedEntryHasNoProbabilityAndNotANumberSpoilsItsRowAlone() {
    let x: [Float] = [1, -.infinity, 1, .nan, 0, 0, 1e30, -1e30, 1e30]
    var y = x
    assay_softmax_f32(3, 3, x, &y)
    #expect(y[0...2] == [0.5, 0, 0.5])
    #expect(y[3...5].allSatisfy { $0.isNaN })
    #expect(y[6...8] == [0.5, 0, 0.5])
    assay_log_softmax_f32(1, 3, x, &y)
    #expect(y[1] == -.infinity && abs(y[0] + Float(log(2.0))) < 1e-7)
  }

  @Test func gradientsAreThoseOfCentralDifferences() {
    let (rows, columns, h) = (2, 19, 0x1p-17)
    let x = numbers(rows * columns, 2).map(Double.init)
    let weights = numbers(rows * columns, 1).map { Double($0) + 0.3 }
    typealias Kernel = (Int, Int, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?) -> Void
    let pairs: [(Kernel, Kernel)] = [
      (assay_softmax_f64, assay_softmax_backward_f64),
      (assay_log_softmax_f64, assay_log_softmax_backward_f64),
    ]
    for (forward, backward) in pairs {
      func loss(_ x: [Double]) -> Double {
        var y = x
        forward(rows, columns, x, &y)
        return zip(y, weights).reduce(0) { $0 + $1.0 * $1.1 }
      }
      var (y, gradient) = (x, weights)
      forward(rows, columns, x, &y)
      backward(rows, columns, y, &gradient)
      for index in x.indices {
        var (above, below) = (x, x)
        above[index] += h
        below[index] -= h
        // rounding of a loss of size 100, and a third derivative below 100
        let tolerance = 100 * (0x1p-52 / h + h * h)
        #expect(abs((loss(above) - loss(below)) / (2 * h) - gradient[index]) < tolerance)
      }
    }
  }
}
