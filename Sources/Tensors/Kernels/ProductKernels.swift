/// Matrix products by BLAS, and by kernels of our own.
public struct ProductKernels<S>: Sendable {
  /// destination[i] = or += scale · a[i] · b[i].
  public typealias Product =
    @Sendable (
      _ a: MatrixStack<S>, _ b: MatrixStack<S>, _ destination: MatrixStack<S>,
      _ accumulation: BLAS.Accumulation, _ scale: S
    ) -> Void

  /// destination[i] = or += scale · a[i] · b[i] in the order of i, of sizes that fit
  public let multiply: Product

  /// A x for A [m, n] whose rows are `stride` apart.
  public typealias VectorProduct =
    @Sendable (
      _ m: Int, _ n: Int, _ a: UnsafePointer<S>, _ stride: Int, _ x: UnsafePointer<S>,
      _ destination: UnsafeMutablePointer<S>
    ) -> Void

  /// destination = a · x
  public let vector: VectorProduct

  /// One product of m x n x k with the steps of rows and columns (CKernelsProducts.h).
  public typealias StridedProduct =
    @Sendable (
      _ m: Int, _ n: Int, _ k: Int, _ scale: S, _ a: UnsafePointer<S>, _ aRow: Int, _ aColumn: Int,
      _ b: UnsafePointer<S>, _ bRow: Int, _ bColumn: Int, _ isAdding: Int32,
      _ destination: UnsafeMutablePointer<S>, _ stride: Int
    ) -> Void

  /// destination = or += scale · a · b, slower than `multiply` but with the same bits everywhere
  public let portable: StridedProduct
  /// the same with fused operations, on some CPUs faster than `multiply` where matrices are small
  public let fused: StridedProduct
}
