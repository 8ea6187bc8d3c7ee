import Autodiff
import Foundation
import Networks
import Randomness
import Testing

@Suite struct FourierFeaturesTests {
  private let layer = FourierFeatures<Double>(
    inputs: 2, count: 5000, deviation: 3, random: RandomStream(seed: 5).stream("features"))

  @Test func featuresAreCosinesAndThenSinesOfTheFrequencies() {
    let few = FourierFeatures<Double>(
      inputs: 2, count: 3, deviation: 3, random: RandomStream(seed: 5).stream("features"))
    let tape = Tape<Double>(.inference)
    let x = [0.1, -0.4, 0.7, 0.2]
    let y = few(tape.constant([2, 2], x), on: tape)
    tape.forward()
    let values = y.values
    for row in 0..<2 {
      for k in 0..<3 {
        let b = few.frequencies
        let angle = 2 * Double.pi * (b[2 * k] * x[2 * row] + b[2 * k + 1] * x[2 * row + 1])
        #expect(abs(values[row * 6 + k] - cos(angle)) < 1e-14)
        #expect(abs(values[row * 6 + 3 + k] - sin(angle)) < 1e-14)
      }
    }
  }

  @Test func frequenciesAreNormalAndBelongToTheirStream() {
    let square = layer.frequencies.map { $0 * $0 }.reduce(0, +) / 10_000
    #expect(abs(square / 9 - 1) < 6 * (2.0 / 10_000).squareRoot())
    let other = FourierFeatures<Double>(
      inputs: 2, count: 5000, deviation: 3, random: RandomStream(seed: 5).stream("others"))
    #expect(other.frequencies != layer.frequencies)
  }
}
