import CKernels
import Foundation
import Randomness
import Testing

/// The convolution kernels against their definition.
@Suite struct ConvolutionTests {
  /// Batch 2, kernel 3, padding 1 and stride 1 unless said otherwise.
  private static func shape(
    _ channels: (Int, Int), _ input: (Int, Int, Int), kernel: (Int, Int, Int) = (1, 3, 3),
    stride: (Int, Int, Int) = (1, 1, 1), dilation: (Int, Int, Int) = (1, 1, 1),
    padding: (Int, Int, Int) = (0, 1, 1), mode: Int = assay_padding_zero, groups: Int = 1
  ) -> assay_convolution {
    assay_convolution(
      batch: 2, groups: groups, input_channels: channels.0, output_channels: channels.1,
      input: input, kernel: kernel, stride: stride, dilation: dilation, padding: padding,
      padding_mode: Int32(mode))
  }

  static let cases = [
    shape((3, 12), (1, 16, 16)), shape((5, 7), (1, 9, 11)), shape((13, 6), (1, 4, 4)),
    shape((4, 4), (1, 64, 64)), shape((12, 1), (1, 8, 8), kernel: (1, 1, 1), padding: (0, 0, 0)),
    shape((3, 4), (1, 10, 7), kernel: (1, 5, 4), padding: (0, 2, 3)),
    shape((3, 4), (1, 8, 8), mode: assay_padding_replicate),
    shape((3, 4), (1, 8, 9), kernel: (1, 5, 5), padding: (0, 2, 2), mode: assay_padding_periodic),
    shape((4, 6), (1, 11, 8), stride: (1, 2, 2)),
    shape((4, 6), (1, 11, 13), stride: (1, 3, 2), mode: assay_padding_periodic),
    shape((2, 3), (1, 12, 12), dilation: (1, 2, 3), padding: (0, 2, 3)),
    shape((2, 3), (1, 13, 12), stride: (1, 2, 2), dilation: (1, 3, 2), padding: (0, 2, 1)),
    shape((8, 8), (1, 8, 8), groups: 8), shape((6, 9), (1, 7, 7), groups: 3),
    shape((6, 3), (1, 8, 8), kernel: (1, 2, 2), stride: (1, 2, 2), padding: (0, 0, 0)),
    shape((3, 5), (1, 1, 40), kernel: (1, 1, 5), padding: (0, 0, 2)),
    shape((3, 5), (1, 1, 41), kernel: (1, 1, 4), stride: (1, 1, 3), padding: (0, 0, 0)),
    shape((2, 5), (5, 6, 7), kernel: (3, 3, 3), padding: (1, 1, 1)),
    shape(
      (2, 3), (5, 6, 7), kernel: (2, 3, 3), stride: (2, 1, 2), padding: (1, 1, 1),
      mode: assay_padding_replicate),
    shape((2, 2), (1, 3, 3), kernel: (1, 1, 1), padding: (0, 3, 2)),
  ]

  @Test(arguments: cases)
  func aConvolutionAndItsGradientsAreThoseOfTheDefinitionInDouble(shape: assay_convolution) {
    let one = ConvolutionCase(shape: shape, seed: 1)
    let expected = Self.expected(one)
    let kernels = ConvolutionKernels(one)
    // the numbers are multiples of 1/64, so all sums are exact in whatever order
    #expect(kernels.forward64() == expected.y, "\(one)")
    #expect(kernels.backwardData64() == expected.x, "\(one)")
    #expect(kernels.backwardWeights64() == expected.w, "\(one)")
    #expect(kernels.forward32() == expected.y, "\(one)")
    #expect(kernels.backwardData32() == expected.x, "\(one)")
    #expect(kernels.backwardWeights32() == expected.w, "\(one)")
  }

  @Test func anyShapeIsThatOfTheDefinition() {
    var stream = RandomStream(seed: 12).stream("convolution")
    func pick(_ count: Int) -> Int {
      min(count - 1, Int(stream.uniform(from: 0, to: Double(count))))
    }
    for trial in 0..<60 {
      let (groups, mode) = (1 + pick(3) * pick(2), pick(3))
      var (input, kernel, stride) = ([1, 1, 1], [1, 1, 1], [1, 1, 1])
      var (dilation, padding) = ([1, 1, 1], [0, 0, 0])
      for d in pick(3)..<3 {
        (input[d], kernel[d]) = (5 + pick(6), 1 + pick(4))
        (stride[d], dilation[d], padding[d]) = (1 + pick(3) * pick(2), 1 + pick(2), pick(4))
        if dilation[d] * (kernel[d] - 1) >= input[d] + 2 * padding[d] { dilation[d] = 1 }
      }
      let shape = assay_convolution(
        batch: 1 + pick(3), groups: groups, input_channels: groups * (1 + pick(4)),
        output_channels: groups * (1 + pick(9)), input: (input[0], input[1], input[2]),
        kernel: (kernel[0], kernel[1], kernel[2]), stride: (stride[0], stride[1], stride[2]),
        dilation: (dilation[0], dilation[1], dilation[2]),
        padding: (padding[0], padding[1], padding[2]), padding_mode: Int32(mode))
      let one = ConvolutionCase(shape: shape, seed: UInt64(trial))
      let expected = Self.expected(one)
      let kernels = ConvolutionKernels(one)
      #expect(kernels.forward32() == expected.y, "\(one)")
      #expect(kernels.backwardData32() == expected.x, "\(one)")
      #expect(kernels.backwardWeights32() == expected.w, "\(one)")
    }
  }

  @Test func theGradientOfTheInputIsAddedToWhatIsThere() {
    let one = ConvolutionCase(shape: Self.cases[1], seed: 3)
    let alone = ConvolutionKernels(one).backwardData64()
    #expect(ConvolutionKernels(one).backwardData64(onto: 2) == alone.map { $0 + 2 })
  }

  @Test func aNumberThatIsNoneReachesTheOutputsThatReadItAlone() {
    let shape = Self.shape((1, 1), (1, 9, 9))
    let one = ConvolutionCase(shape: shape, seed: 4)
    var kernels = ConvolutionKernels(one)
    kernels.x[4 * 9 + 4] = .nan
    let y = kernels.forward64()
    for row in 0..<9 {
      for column in 0..<9 {
        let reads = abs(row - 4) <= 1 && abs(column - 4) <= 1
        #expect(y[row * 9 + column].isNaN == reads)
      }
    }
  }

  static func expected(_ one: ConvolutionCase) -> (y: [Double], x: [Double], w: [Double]) {
    var y = [Double](repeating: 0, count: one.outputGradient.count)
    var x = [Double](repeating: 0, count: one.x.count)
    var w = [Double](repeating: 0, count: one.weights.count)
    one.forEachProduct { output, pixel, weight in
      y[output] += one.x[pixel] * one.weights[weight]
      x[pixel] += one.outputGradient[output] * one.weights[weight]
      w[weight] += one.outputGradient[output] * one.x[pixel]
    }
    let pixels = one.output.reduce(1, *)
    for index in y.indices { y[index] += one.bias[index / pixels % one.bias.count] }
    return (y, x, w)
  }
}
