import CKernels
import Tensors

/// A kernel whose rate is measured against the peak of matrix products.
struct TimedKernel {
  /// As in `convolution-forward-32x64`.
  let name: String
  /// Floating-point operations of a run, as the definition counts them: a transform that needs fewer
  /// products may pass the peak.
  let operations: Double
  /// Lays out the numbers; the result runs once.
  let prepare: () -> () -> Void

  /// Everything that `make perf` measures.
  static var all: [TimedKernel] {
    [(32, 64), (12, 64), (96, 8)].flatMap { channels, extent in
      ConvolutionStep.allCases.map { convolution($0, channels: channels, extent: extent) }
    } + SpectralStep.allCases.map(spectral)
  }

  /// A product of two matrices of `extent` rows and columns, the peak that the others are held to.
  static func product(extent: Int) -> TimedKernel {
    TimedKernel(name: "product-\(extent)", operations: 2 * Double(extent * extent * extent)) {
      let (a, b, c) = (numbers(extent * extent), numbers(extent * extent), numbers(extent * extent))
      func matrix(_ buffer: Buffer<Float>) -> MatrixView<Float> {
        MatrixView(buffer.start, rows: extent, columns: extent)
      }
      return { BLAS.multiply(matrix(a), matrix(b), into: matrix(c)) }
    }
  }

  /// `count` numbers that are neither zero nor large.
  static func numbers(_ count: Int) -> Buffer<Float> {
    let buffer = Buffer<Float>(count: count)
    buffer.load((0..<count).map { Float($0 % 17) / 17 - 0.4 })
    return buffer
  }
}
