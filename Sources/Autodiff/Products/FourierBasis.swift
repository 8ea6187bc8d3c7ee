import Tensors

/// Cosines and sines of the lowest modes of a height x width grid, for transforms as products.
///
/// Modes are those of `rfft2`: k1 = 0 ..< m1 and -m1 ..< 0 along the height (in this order), k2 =
/// 0 ..< m2 along the width.
final class FourierBasis<S: Scalar> {
  let height: Int
  let width: Int
  /// The number of k1 (2 m1).
  let rows: Int
  /// The number of k2 (m2).
  let columns: Int
  /// [2 rows, height]: cos(2π k1 h / H), then sin.
  let alongHeight: Buffer<S>
  /// [2 columns, width]: cos(2π k2 w / W), then -sin.
  let analysis: Buffer<S>
  /// As `analysis`, times the Hermitian weight over H W: 1 for k2 = 0 and k2 = W / 2, else 2, since
  /// `irfft2` also adds the modes that are conjugate to those kept.
  let synthesis: Buffer<S>

  init(height: Int, width: Int, modes: SpectralModes) {
    Requirement.check(
      2 * modes.alongHeight <= height && modes.alongWidth <= width / 2 + 1,
      "a \(height)x\(width) grid does not have \(modes) modes")
    self.height = height
    self.width = width
    rows = 2 * modes.alongHeight
    columns = modes.alongWidth
    alongHeight = Buffer<S>(count: 2 * rows * height)
    analysis = Buffer<S>(count: 2 * columns * width)
    synthesis = Buffer<S>(count: 2 * columns * width)
    fillHeight(modes.alongHeight)
    fillWidth()
  }

  private func fillHeight(_ half: Int) {
    for row in 0..<rows {
      let mode = row < half ? row : row - rows
      for h in 0..<height {
        let root = UnitRoot(mode * h, of: height)
        alongHeight.start[row * height + h] = S(root.cosine)
        alongHeight.start[(rows + row) * height + h] = S(-root.sine)
      }
    }
  }

  private func fillWidth() {
    for mode in 0..<columns {
      let weight = mode == 0 || 2 * mode == width ? 1.0 : 2.0
      let scale = weight / Double(height * width)
      for w in 0..<width {
        let root = UnitRoot(mode * w, of: width)
        let real = mode * width + w
        let imaginary = (columns + mode) * width + w
        analysis.start[real] = S(root.cosine)
        analysis.start[imaginary] = S(root.sine)
        synthesis.start[real] = S(scale * root.cosine)
        synthesis.start[imaginary] = S(scale * root.sine)
      }
    }
  }
}
