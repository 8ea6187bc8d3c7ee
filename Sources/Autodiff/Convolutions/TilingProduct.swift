import CKernels
import Tensors

/// A transposed convolution whose kernel is as large as its stride, so that every pixel of x becomes a
/// tile of y: a matrix product for each sample, W'x for W [in, out · taps], and a move.
struct TilingProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>?
  let tiling: assay_tiling
  let output: Variable<S>

  private var inputs: Int { x.shape[1] }
  private var points: Int { x.elementsPerSample / inputs }
  private var columns: Int { weight.count / inputs }
  private var weights: MatrixView<S> { MatrixView(weight.value, rows: inputs, columns: columns) }

  private func field(_ start: UnsafeMutablePointer<S>, _ sample: Int) -> MatrixView<S> {
    MatrixView(start + sample * inputs * points, rows: inputs, columns: points)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    let tiles = pool.take(columns * points)
    let product = MatrixView(tiles.start, rows: columns, columns: points)
    for sample in 0..<x.sampleCount {
      BLAS.multiply(weights.transposed, field(x.value, sample), into: product)
      withUnsafePointer(to: tiling) {
        S.pools.tilesJoin(
          $0, tiles.start, bias?.value, y + sample * output.elementsPerSample)
      }
    }
    pool.give(tiles)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let weightSlot = weight.gradientSlot(pool)
    let inputSlot = x.isDifferentiable ? x.gradientSlot(pool) : nil
    let sums = bias.map { $0.gradientSlot(pool).cleared(count: $0.count) }
    let tiles = pool.take(columns * points)
    let dz = MatrixView(tiles.start, rows: columns, columns: points)
    for sample in 0..<x.sampleCount {
      let dy = output.gradient + sample * output.elementsPerSample
      withUnsafePointer(to: tiling) { S.pools.tilesPart($0, dy, tiles.start) }
      if let sums {
        S.reductions.rowSums(tiling.channels, output.elementsPerSample / tiling.channels, dy, sums)
      }
      BLAS.multiply(
        field(x.value, sample), dz.transposed,
        into: MatrixView(weightSlot.start, rows: inputs, columns: columns),
        sample == 0 ? weightSlot.accumulation : .adding)
      guard let inputSlot else { continue }
      BLAS.multiply(
        weights, dz, into: field(inputSlot.start, sample), inputSlot.accumulation)
    }
    pool.give(tiles)
  }
}
