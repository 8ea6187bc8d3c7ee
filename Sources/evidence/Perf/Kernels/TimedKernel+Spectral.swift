import Tensors

/// The products of a spectral layer, of every mode: see `SpectralProduct`.
enum SpectralStep: String, CaseIterable {
  /// X [Wr | Wi]
  case forward
  /// D [Wr | Wi]'
  case backwardData = "backward-data"
  /// X' D
  case backwardWeights = "backward-weights"
}

extension TimedKernel {
  /// The products of width 32 and 24 x 12 modes for 16 samples, as in `train-step/fno2d`.
  static func spectral(_ step: SpectralStep) -> TimedKernel {
    let (modes, rows, width) = (288, 32, 32)
    return TimedKernel(
      name: "spectral-\(step.rawValue)-32x12",
      operations: Double(2 * modes * rows * width * 2 * width)
    ) {
      func stack(_ rows: Int, _ columns: Int) -> MatrixStack<Float> {
        let buffer = numbers(modes * rows * columns)
        held.append(buffer)
        return MatrixStack(
          MatrixView(buffer.start, rows: rows, columns: columns), count: modes)
      }
      var held: [Buffer<Float>] = []
      let (x, weights, d) = (stack(rows, width), stack(width, 2 * width), stack(rows, 2 * width))
      let buffers = held
      return {
        withExtendedLifetime(buffers) {
          switch step {
          case .forward: BLAS.multiply(each: x, weights, into: d)
          case .backwardData: BLAS.multiply(each: d, weights.transposed, into: x)
          case .backwardWeights: BLAS.multiply(each: x.transposed, d, into: weights)
          }
        }
      }
    }
  }
}
