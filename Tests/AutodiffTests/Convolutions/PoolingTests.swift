import Autodiff
import Foundation
import Tensors
import Testing

@Suite struct PoolingTests {
  private func pooled(_ values: [Float], extents: [Int], _ window: PoolingWindow) -> [Float] {
    let tape = Tape<Float>(.inference)
    let y = tape.maximum(of: tape.constant([1, 1] + extents, values), in: window)
    tape.forward()
    return y.values
  }

  @Test func theMaximumOfNumbersWithOneThatIsNoneIsNone() {
    // windows side by side and others take two paths
    for window in [PoolingWindow([2, 2]), PoolingWindow([2, 2], stride: [2, 1])] {
      for place in 0..<4 {
        var values: [Float] = [1, 2, 3, 4]
        values[place] = .nan
        #expect(pooled(values, extents: [2, 2], window)[0].isNaN)
      }
    }
  }

  @Test func theFirstOfEqualNumbersReceivesTheGradient() {
    for window in [PoolingWindow([2, 2]), PoolingWindow([2, 2], stride: [2, 1])] {
      let tape = Tape<Double>(.training)
      let x = tape.input([1, 1, 2, 2])
      for index in 0..<4 { x.value[index] = [0, 5, 5, 5][index] }
      let y = tape.maximum(of: x, in: window)
      tape.forward()
      tape.backward(from: y)
      #expect(x.gradientValues == [0, 1, 0, 0])
    }
  }

  @Test func paddingIsNeverTheLargest() {
    let window = PoolingWindow([3], stride: [2], padding: [1])
    #expect(pooled([-4, -3, -2], extents: [3], window) == [-3, -2])
  }

  @Test func upSamplingByTheNearestRepeatsPixels() {
    let tape = Tape<Float>(.inference)
    let y = tape.upsampled(tape.constant([1, 1, 1, 2], [1, 2]), by: 2, .nearest)
    tape.forward()
    #expect(y.shape == [1, 1, 2, 4] && y.values == [1, 1, 2, 2, 1, 1, 2, 2])
  }

  @Test func aConvolutionThatDoesNotFitNamesBothShapes() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let tape = Tape<Float>(.training)
      let weight = Parameter<Float>(name: "w", shape: [4, 3, 3, 3])
      _ = tape.convolution(tape.input([2, 2, 8, 8]), weight: weight, bias: nil)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(
      text.contains(
        "convolution: images of [2, 2, 8, 8] do not fit weights of [4, 3, 3, 3] in 1 groups"))
  }
}
