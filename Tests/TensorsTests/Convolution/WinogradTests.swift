import CKernels
import Testing

/// Convolutions with channels enough for the transforms of Winograd, against their definition.
@Suite struct WinogradTests {
  private static func shape(
    _ channels: (Int, Int), _ extents: (Int, Int), padding: (Int, Int) = (1, 1),
    mode: Int = assay_padding_zero, groups: Int = 1, batch: Int = 2
  ) -> assay_convolution {
    assay_convolution(
      batch: batch, groups: groups, input_channels: channels.0, output_channels: channels.1,
      input: (1, extents.0, extents.1), kernel: (1, 3, 3), stride: (1, 1, 1), dilation: (1, 1, 1),
      padding: (0, padding.0, padding.1), padding_mode: Int32(mode))
  }

  static let cases = [
    shape((8, 8), (16, 16)), shape((12, 13), (9, 7)), shape((8, 12), (66, 67), batch: 1),
    shape((49, 26), (4, 4), batch: 5), shape((24, 48), (8, 8)), shape((31, 50), (6, 11)),
    shape((48, 32), (9, 10), groups: 1), shape((96, 80), (7, 6), groups: 2),
    shape((16, 20), (8, 5), mode: assay_padding_replicate),
    shape((40, 41), (5, 8), padding: (2, 2), mode: assay_padding_periodic),
    shape((9, 10), (8, 9), padding: (0, 2)), shape((40, 32), (8, 9), padding: (2, 0)),
  ]

  @Test(arguments: cases)
  func aConvolutionAndItsGradientsAreThoseOfTheDefinition(shape: assay_convolution) {
    let one = ConvolutionCase(shape: shape, seed: 7)
    let expected = ConvolutionTests.expected(one)
    let kernels = ConvolutionKernels(one)
    // multiples of 1/64 halved four times at most: exact in Double
    #expect(kernels.forward64() == expected.y, "\(one)")
    #expect(kernels.backwardData64() == expected.x, "\(one)")
    #expect(kernels.backwardWeights64() == expected.w, "\(one)")
    #expect(Self.error(kernels.forward32(), expected.y) < Self.tolerance, "\(one)")
    #expect(Self.error(kernels.backwardData32(), expected.x) < Self.tolerance, "\(one)")
    #expect(Self.error(kernels.backwardWeights32(), expected.w) < Self.tolerance, "\(one)")
  }

  @Test func theGradientOfTheInputIsAddedToWhatIsThere() {
    let one = ConvolutionCase(shape: Self.cases[1], seed: 3)
    let alone = ConvolutionKernels(one).backwardData64()
    #expect(ConvolutionKernels(one).backwardData64(onto: 2) == alone.map { $0 + 2 })
  }

  /// Some roundings of partial sums that are a few times the largest result.
  private static let tolerance = 0x1p-19

  /// The largest difference over the largest number.
  private static func error(_ found: [Double], _ expected: [Double]) -> Double {
    let size = expected.map(abs).max() ?? 1
    return (zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity) / size
  }
}
