import Tensors

extension GradientCatalogue {
  /// Convolutions, pooling and resampling in one to three dimensions.
  static let convolutions: [GradientCase] =
    ConvolutionGeometry.PaddingMode.allCases.flatMap { mode in
      [[7], [5, 6], [3, 4, 3]].map { extents in
        convolution(
          "\(mode.rawValue)-\(extents.count)d", extents,
          ConvolutionGeometry(padding: extents.map { _ in 1 }, paddingMode: mode))
      } + [
        convolution(
          "\(mode.rawValue)-strided-dilated", [9, 8],
          ConvolutionGeometry(
            stride: [2, 3], dilation: [2, 1], padding: [2, 1], paddingMode: mode)),
        convolution(
          "\(mode.rawValue)-groups", [5, 5],
          ConvolutionGeometry(stride: [2, 1], padding: [1, 0], paddingMode: mode, groups: 2)),
      ]
    } + [
      convolution("3d-strided", [4, 5, 5], ConvolutionGeometry(stride: [1, 2, 2])),
      convolution("1d-dilated", [11], ConvolutionGeometry(dilation: [3])),
      GradientCase("convolution-tanh") { tape, inputs in
        tape.convolution(
          inputs.variable("x", [2, 2, 4, 5]), weight: inputs.parameter("w", [3, 2, 3, 3]),
          bias: inputs.parameter("b", [3]), ConvolutionGeometry(padding: [1, 1]),
          activation: .tanh)
      },
      GradientCase("convolution-gelu-without-bias") { tape, inputs in
        tape.convolution(
          inputs.variable("x", [2, 2, 6]), weight: inputs.parameter("w", [3, 2, 2]), bias: nil,
          activation: .gelu)
      },
      transposed("1d", [5], ConvolutionGeometry(stride: [3], dilation: [2], padding: [1]), [2]),
      transposed("2d", [3, 4], ConvolutionGeometry(stride: [2, 1], padding: [1, 0])),
      transposed("groups", [4, 3], ConvolutionGeometry(stride: [1, 2], groups: 2), [0, 1]),
      transposed("3d", [2, 3, 2], ConvolutionGeometry(stride: [2, 2, 1], padding: [1, 0, 1])),
      GradientCase("transposed-convolution-tiling") { tape, inputs in
        tape.transposedConvolution(
          inputs.variable("x", [2, 3, 3, 4]), weight: inputs.parameter("w", [3, 2, 2, 2]),
          bias: inputs.parameter("b", [2]), ConvolutionGeometry(stride: [2, 2]))
      },
      GradientCase("transposed-convolution-tiling-3d") { tape, inputs in
        tape.transposedConvolution(
          inputs.variable("x", [2, 3, 2, 3, 2]), weight: inputs.parameter("w", [3, 2, 1, 3, 2]),
          bias: nil, ConvolutionGeometry(stride: [1, 3, 2]))
      },
    ] + pools + resamplings

  private static let pools: [GradientCase] = [
    ("halving", [4, 6], PoolingWindow([2, 2])),
    ("1d", [9], PoolingWindow([3], stride: [2], padding: [1])),
    ("2d", [6, 5], PoolingWindow([3, 2], stride: [2, 1], padding: [1, 1])),
    ("3d", [4, 3, 4], PoolingWindow([2, 3, 2], stride: [2, 1, 1])),
  ].flatMap { name, extents, window in
    [
      GradientCase("maximum-\(name)") { tape, inputs in
        tape.maximum(of: inputs.variable("x", [2, 3] + extents), in: window)
      },
      GradientCase("average-\(name)") { tape, inputs in
        tape.average(of: inputs.variable("x", [2, 3] + extents), in: window)
      },
    ]
  }

  private static let resamplings: [GradientCase] = Interpolation.allCases.flatMap { kind in
    [([5], [10]), ([3, 4], [6, 8]), ([5, 4], [7, 3]), ([2, 3, 2], [4, 6, 4])].map { from, to in
      GradientCase("resample-\(kind.rawValue)-\(to.map(String.init).joined(separator: "x"))") {
        tape, inputs in
        tape.resampled(inputs.variable("x", [2, 2] + from), to: to, kind)
      }
    }
  }

  /// Four channels to six, kernels of extent 3.
  private static func convolution(
    _ name: String, _ extents: [Int], _ geometry: ConvolutionGeometry
  ) -> GradientCase {
    GradientCase("convolution-\(name)") { tape, inputs in
      tape.convolution(
        inputs.variable("x", [2, 4] + extents),
        weight: inputs.parameter("w", [6, 4 / geometry.groups] + extents.map { _ in 3 }),
        bias: inputs.parameter("b", [6]), geometry)
    }
  }

  private static func transposed(
    _ name: String, _ extents: [Int], _ geometry: ConvolutionGeometry, _ outputPadding: [Int] = []
  ) -> GradientCase {
    GradientCase("transposed-convolution-\(name)") { tape, inputs in
      tape.transposedConvolution(
        inputs.variable("x", [2, 4] + extents),
        weight: inputs.parameter("w", [4, 3] + extents.map { _ in 3 }),
        bias: inputs.parameter("b", [3 * geometry.groups]), geometry, outputPadding: outputPadding)
    }
  }
}
