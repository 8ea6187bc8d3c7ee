import CKernels
import Tensors

/// The three steps of a convolution.
enum ConvolutionStep: String, CaseIterable {
  case forward
  case backwardData = "backward-data"
  case backwardWeights = "backward-weights"
}

extension TimedKernel {
  private static var samples: Int { 16 }

  /// A step of a 3 x 3 convolution with padding between as many channels, of 16 square images.
  static func convolution(_ step: ConvolutionStep, channels: Int, extent: Int) -> TimedKernel {
    let pixels = extent * extent
    let operations = 2 * samples * pixels * channels * channels * 9
    return TimedKernel(
      name: "convolution-\(step.rawValue)-\(channels)x\(extent)", operations: Double(operations)
    ) {
      var shape = assay_convolution(
        batch: samples, groups: 1, input_channels: channels, output_channels: channels,
        input: (1, extent, extent), kernel: (1, 3, 3), stride: (1, 1, 1), dilation: (1, 1, 1),
        padding: (0, 1, 1), padding_mode: Int32(assay_padding_zero))
      let (x, y) = (numbers(samples * channels * pixels), numbers(samples * channels * pixels))
      let weights = numbers(channels * channels * 9)
      let scratch = Buffer<Float>(count: Float.convolutions.scratchCount(&shape))
      return {
        switch step {
        case .forward:
          Float.convolutions.forward(&shape, x.start, weights.start, nil, y.start, scratch.start)
        case .backwardData:
          Float.convolutions.backwardData(
            &shape, y.start, weights.start, 0, x.start, scratch.start)
        case .backwardWeights:
          Float.convolutions.backwardWeights(
            &shape, x.start, y.start, weights.start, scratch.start)
        }
      }
    }
  }
}
