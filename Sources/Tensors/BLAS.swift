import COpenBLAS

/// Matrix products by OpenBLAS (small ones, and all in the portable mode, by kernels of our own), and what a run's
/// record must say of it.
public enum BLAS {
  /// What becomes of the destination's old values.
  public enum Accumulation {
    /// They are overwritten (and never read).
    case replacing
    /// The product is added to them.
    case adding
  }

  /// Makes every later product of this process run on the calling thread alone.
  public static func pinToOneThread() {
    openblas_set_num_threads(1)
  }

  /// The kernel family that OpenBLAS chose or was told to use, as in `Haswell`.
  public static var coreName: String { String(cString: openblas_get_corename()) }

  /// OpenBLAS's description of its build, as in `OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH …`.
  public static var configuration: String { String(cString: openblas_get_config()) }

  /// `destination` = or += `scale` · `a` · `b`.
  public static func multiply<S: Scalar>(
    _ a: MatrixView<S>, _ b: MatrixView<S>, into destination: MatrixView<S>,
    _ accumulation: Accumulation = .replacing, scale: S = 1
  ) {
    multiply(
      each: MatrixStack(a, count: 1, step: 0), MatrixStack(b, count: 1, step: 0),
      into: MatrixStack(destination, count: 1, step: 0), accumulation, scale: scale)
  }

  /// `destination` = `a` · `x` for a stored `a` and as many numbers in a row as it has columns.
  ///
  /// A product of one row is five times as fast so (100 x 784 in Float: 6 µs instead of 38), as nothing is
  /// packed; its bits differ from those of `multiply(_:_:into:)`, but for the portable mode.
  public static func multiply<S: Scalar>(
    _ a: MatrixView<S>, vector x: UnsafeMutablePointer<S>, into destination: UnsafeMutablePointer<S>
  ) {
    guard KernelMode.current == .portable else {
      return S.products.vector(a.rows, a.columns, a.start, a.stride, x, destination)
    }
    multiply(
      MatrixView(x, rows: 1, columns: a.columns), a.transposed,
      into: MatrixView(destination, rows: 1, columns: a.rows))
  }

  /// `destination`[i] = or += `scale` · `a`[i] · `b`[i] for every i, in this order and with the bits of
  /// single products.
  public static func multiply<S: Scalar>(
    each a: MatrixStack<S>, _ b: MatrixStack<S>, into destination: MatrixStack<S>,
    _ accumulation: Accumulation = .replacing, scale: S = 1
  ) {
    Requirement.check(
      a.count == b.count && a.count == destination.count,
      "\(a.count) by \(b.count) matrices do not fill \(destination.count)")
    let (left, right, result) = (a.first, b.first, destination.first)
    Requirement.check(
      left.columns == right.rows && result.rows == left.rows && result.columns == right.columns
        && result.orientation == .stored,
      """
      a \(left.rows)x\(left.columns) by \(right.rows)x\(right.columns) product does not fit \
      \(result.rows)x\(result.columns)
      """)
    if KernelMode.current == .portable {
      multiply(each: a, b, into: destination, accumulation, scale, by: S.products.portable)
    } else if isSmall(left, right) {
      multiply(each: a, b, into: destination, accumulation, scale, by: S.products.fused)
    } else {
      S.products.multiply(a, b, destination, accumulation, scale)
    }
  }

  private static func multiply<S: Scalar>(
    each a: MatrixStack<S>, _ b: MatrixStack<S>, into destination: MatrixStack<S>,
    _ accumulation: Accumulation, _ scale: S, by product: ProductKernels<S>.StridedProduct
  ) {
    let (left, right, result) = (a.first, b.first, destination.first)
    for index in 0..<destination.count {
      product(
        result.rows, result.columns, left.columns, scale, left.start + index * a.step,
        left.rowStep, left.columnStep, right.start + index * b.step, right.rowStep,
        right.columnStep, accumulation == .replacing ? 0 : 1,
        result.start + index * destination.step, result.stride)
    }
  }

  /// CPUs with AVX2 and without AVX-512, as OpenBLAS calls them.
  private static let hasOwnProducts = ["Haswell", "Zen"].contains(coreName)
  /// Multiplications times bytes of a number up to which our product is the faster one on such a CPU: of 256 x
  /// 32 x 32 it takes half of OpenBLAS's time, of 256 x 128 x 128 four fifths, of 256 x 256 x 256 nine tenths,
  /// of 400 x 400 x 400 nearly all.
  private static let mostWork = 1 << 28
  /// Columns from which on it is worth it to pack a transposed A.
  private static let leastColumns = 64

  /// Whether our product is faster on one thread.
  private static func isSmall<S>(_ a: MatrixView<S>, _ b: MatrixView<S>) -> Bool {
    hasOwnProducts && openblas_get_num_threads() == 1
      && a.rows * b.columns * a.columns * MemoryLayout<S>.stride <= mostWork
      && (a.orientation == .stored || b.columns >= leastColumns)
  }
}

extension MatrixView {
  var transposition: CBLAS_TRANSPOSE { orientation == .stored ? CblasNoTrans : CblasTrans }
}
