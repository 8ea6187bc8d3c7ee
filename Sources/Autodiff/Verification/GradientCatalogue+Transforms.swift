import Tensors

extension GradientCatalogue {
  /// Fourier transforms over one to three axes of even, odd and prime extents.
  static let transforms: [GradientCase] =
    FourierDirection.allCases.flatMap { direction in
      [[1], [0, 2], [1, 2], [0, 1, 2]].map { axes in
        GradientCase("fourier-\(direction.rawValue)-\(name(axes))") { tape, inputs in
          tape.fourier(inputs.variable("x", [3, 4, 5, 2]), over: axes, direction)
        }
      }
    }
    + [[0], [2], [1, 2], [0, 1, 2], [2, 1]].flatMap { axes in
      [
        GradientCase("real-fourier-\(name(axes))") { tape, inputs in
          tape.realFourier(inputs.variable("x", [2, 5, 6]), over: axes)
        },
        GradientCase("inverse-real-fourier-\(name(axes))") { tape, inputs in
          let shape = [2, 5, 6]
          let half = RealTransform<Double>(shape: shape, axes: axes).spectrumShape
          return tape.inverseRealFourier(
            inputs.variable("x", half + [2]), to: shape, over: axes)
        },
      ]
    }
    + [
      // the transform and its inverse, read by two operations, so that gradients are added
      GradientCase("fourier-round-trip") { tape, inputs in
        let x = inputs.variable("x", [3, 8])
        let spectrum = tape.realFourier(x, over: [1])
        let back = tape.inverseRealFourier(
          tape.product(spectrum, spectrum), to: [3, 8], over: [1])
        return tape.sum(back, tape.inverseRealFourier(spectrum, to: [3, 8], over: [1]))
      }
    ]

  private static func name(_ axes: [Int]) -> String {
    axes.map(String.init).joined(separator: "-")
  }
}
