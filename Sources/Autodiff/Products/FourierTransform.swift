import CKernels
import Tensors

/// Truncated discrete Fourier transforms of one sample's channels, two matrix products each.
///
/// With twelve modes of 64 points a product does less work than a full FFT and moves no data but its
/// operands; the intermediate layouts are chosen so that channels end up contiguous without any
/// transposition. A transform has the shape [2 rows][2 columns][channels] (see CKernels.h).
struct FourierTransform<S: Scalar> {
  let basis: FourierBasis<S>
  let channels: Int

  /// The elements of a transform.
  var count: Int { 4 * basis.rows * basis.columns * channels }

  private var heightBasis: MatrixView<S> {
    MatrixView(basis.alongHeight.start, rows: 2 * basis.rows, columns: basis.height)
  }

  private func widthBasis(_ buffer: Buffer<S>) -> MatrixView<S> {
    MatrixView(buffer.start, rows: 2 * basis.columns, columns: basis.width)
  }

  private func field(_ start: UnsafeMutablePointer<S>) -> MatrixView<S> {
    MatrixView(start, rows: channels * basis.height, columns: basis.width)
  }

  /// From a field [channels, height, width] to `transform`, with `weights` along the width.
  func analyse(
    _ x: UnsafeMutablePointer<S>, weights: Buffer<S>,
    into transform: UnsafeMutablePointer<S>, _ pool: BufferPool<S>
  ) {
    let half = pool.take(2 * basis.columns * channels * basis.height)
    BLAS.multiply(
      widthBasis(weights), field(x).transposed,
      into: MatrixView(
        half.start, rows: 2 * basis.columns, columns: channels * basis.height))
    BLAS.multiply(
      heightBasis,
      MatrixView(half.start, rows: 2 * basis.columns * channels, columns: basis.height).transposed,
      into: MatrixView(transform, rows: 2 * basis.rows, columns: 2 * basis.columns * channels))
    pool.give(half)
  }

  /// From `transform` to a field [channels, height, width]; the transpose of `analyse`.
  func synthesise(
    _ transform: UnsafeMutablePointer<S>, weights: Buffer<S>,
    into y: UnsafeMutablePointer<S>, _ accumulation: BLAS.Accumulation, _ pool: BufferPool<S>
  ) {
    let half = pool.take(2 * basis.columns * channels * basis.height)
    BLAS.multiply(
      MatrixView(transform, rows: 2 * basis.rows, columns: 2 * basis.columns * channels).transposed,
      heightBasis,
      into: MatrixView(half.start, rows: 2 * basis.columns * channels, columns: basis.height))
    BLAS.multiply(
      MatrixView(half.start, rows: 2 * basis.columns, columns: channels * basis.height).transposed,
      widthBasis(weights), into: field(y), accumulation)
    pool.give(half)
  }

  /// How a transform lies in planes of one block of `block` elements per mode.
  func spectrum(block: Int) -> assay_spectrum {
    assay_spectrum(rows: basis.rows, modes: basis.columns, channels: channels, block: block)
  }
}
