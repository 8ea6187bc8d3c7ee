import Autodiff
import Foundation
import Tensors
import Testing

@Suite struct SpectralProductTests {
  // the threads of OpenBLAS and those of the tests would wait for each other
  init() { BLAS.pinToOneThread() }

  @Test(arguments: [[6, 7, 2, 3], [4, 4, 2, 3], [9, 8, 3, 2]])
  func theFastLayerIsTheDefinition(sizes: [Int]) {
    let (height, width, m1, m2) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let (inputs, outputs, samples) = (2, 3, 2)
    let field = TestNumbers.tensor("field", [samples, inputs, height, width])
    let weight = TestNumbers.parameter("weight", [2 * m1, m2, inputs, 2, outputs])
    let tape = Tape<Float>(.inference)
    let y = tape.spectral(tape.constant(field), weight: weight)
    tape.forward()
    let expected = definition(field, weight, m1: m1)
    let error = zip(y.tensor.values, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
    // sums of at most some hundred products of numbers below 1 in Float
    #expect(error < 2e-6)
  }

  /// irfft2(W · rfft2(x)) mode by mode and point by point in Double. `irfft2` completes the spectrum
  /// with conjugates, except at k2 = 0 and width / 2, where it drops the imaginary part.
  private func definition(_ field: Tensor, _ weight: Parameter<Float>, m1: Int) -> [Double] {
    let (height, width) = (field.shape[2], field.shape[3])
    let (m2, inputs, outputs) = (weight.shape[1], weight.shape[2], weight.shape[4])
    var y = [Double](repeating: 0, count: field.shape[0] * outputs * height * width)
    for sample in 0..<field.shape[0] {
      for row in 0..<(2 * m1) {
        for k2 in 0..<m2 {
          let k1 = row < m1 ? row : row - 2 * m1
          let hermitian = k2 == 0 || 2 * k2 == width ? 1.0 : 2.0
          for input in 0..<inputs {
            let channel = (sample * inputs + input) * height * width
            let (re, im) = mode(k1, k2, field, channel)
            for output in 0..<outputs {
              let at = ((row * m2 + k2) * inputs + input) * 2 * outputs + output
              let a = Double(weight.value.start[at])
              let b = Double(weight.value.start[at + outputs])
              for point in 0..<(height * width) {
                let angle = phase(k1, k2, point, height, width)
                let real = (re * a - im * b) * cos(angle) - (re * b + im * a) * sin(angle)
                y[(sample * outputs + output) * height * width + point] +=
                  hermitian * real / Double(height * width)
              }
            }
          }
        }
      }
    }
    return y
  }

  private func mode(
    _ k1: Int, _ k2: Int, _ field: Tensor, _ channel: Int
  ) -> (Double, Double) {
    let (height, width) = (field.shape[2], field.shape[3])
    return (0..<(height * width)).reduce((0.0, 0.0)) { sum, point in
      let angle = phase(k1, k2, point, height, width)
      let value = Double(field.values[channel + point])
      return (sum.0 + value * cos(angle), sum.1 - value * sin(angle))
    }
  }

  private func phase(_ k1: Int, _ k2: Int, _ point: Int, _ height: Int, _ width: Int) -> Double {
    2 * .pi
      * (Double(k1 * (point / width)) / Double(height)
        + Double(k2 * (point % width)) / Double(width))
  }
}
