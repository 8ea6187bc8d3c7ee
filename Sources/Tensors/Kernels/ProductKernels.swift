/// Matrix products by BLAS.
public struct ProductKernels<S>: Sendable {
  /// destination = or += scale · a · b.
  public typealias Product =
    @Sendable (
      _ a: MatrixView<S>, _ b: MatrixView<S>, _ destination: MatrixView<S>,
      _ accumulation: BLAS.Accumulation, _ scale: S
    ) -> Void

  /// destination = or += scale · a · b, of sizes that fit
  public let multiply: Product
}
