import Tensors

/// Cosines and sines of the lowest modes of a grid, for transforms as products.
///
/// Modes are those of `rfftn`: k = 0 ..< m and -m ..< 0 (in this order) along every axis but the last,
/// k = 0 ..< m along the last one, the width. All axes but the last are one here, the height, with the
/// combinations of their modes as rows: one matrix product instead of one an axis, which costs more
/// work than separate transforms where there are several axes of many modes, and keeps one code path.
/// The angles are reduced in integers.
final class FourierBasis<S: Scalar> {
  /// The points under one index of the last axis.
  let height: Int
  /// The extent of the last axis.
  let width: Int
  /// The number of combinations of k along the axes but the last: the product of 2 m.
  let rows: Int
  /// The number of k along the last axis.
  let columns: Int
  /// [2 rows, height]: cos(2π Σ k h / H), then sin.
  let alongHeight: Buffer<S>
  /// [2 columns, width]: cos(2π k w / W), then -sin.
  let analysis: Buffer<S>
  /// As `analysis`, times the Hermitian weight over H W: 1 for k = 0 and k = W / 2, else 2, since
  /// `irfftn` also adds the modes that are conjugate to those kept.
  let synthesis: Buffer<S>

  /// The basis of a grid of `points` with `modes`, m along each axis.
  init(points: [Int], modes: [Int]) {
    Requirement.check(
      !points.isEmpty && points.count == modes.count
        && zip(points, modes).dropLast().allSatisfy { 2 * $1 <= $0 }
        && modes[modes.count - 1] <= points[points.count - 1] / 2 + 1,
      "a grid of \(points) does not have \(modes) modes")
    let outer = Array(zip(points, modes).dropLast())
    height = points.dropLast().reduce(1, *)
    width = points[points.count - 1]
    rows = outer.map { 2 * $0.1 }.reduce(1, *)
    columns = modes[modes.count - 1]
    alongHeight = Buffer<S>(count: 2 * rows * height)
    analysis = Buffer<S>(count: 2 * columns * width)
    synthesis = Buffer<S>(count: 2 * columns * width)
    fillHeight(outer)
    fillWidth()
  }

  private func fillHeight(_ axes: [(extent: Int, modes: Int)]) {
    for row in 0..<rows {
      for h in 0..<height {
        let root = Self.root(row: row, point: h, axes)
        alongHeight.start[row * height + h] = S(root.cosine)
        alongHeight.start[(rows + row) * height + h] = S(-root.sine)
      }
    }
  }

  /// exp(-2πi Σ k h / H) over the axes, whose k and h are the digits of `row` and `point`: the sum is
  /// a fraction of the product of all H.
  private static func root(
    row: Int, point: Int, _ axes: [(extent: Int, modes: Int)]
  ) -> UnitRoot {
    let whole = axes.map(\.extent).reduce(1, *)
    var (row, point, sum) = (row, point, 0)
    for axis in axes.reversed() {
      let digit = row % (2 * axis.modes)
      let mode = digit < axis.modes ? digit : digit - 2 * axis.modes
      sum += mode * (point % axis.extent) * (whole / axis.extent)
      row /= 2 * axis.modes
      point /= axis.extent
    }
    return UnitRoot(sum, of: max(1, whole))
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
