/// Matrix products by BLAS.
public struct ProductKernels<S>: Sendable {
  /// destination[i] = or += scale · a[i] · b[i].
  public typealias Product =
    @Sendable (
      _ a: MatrixStack<S>, _ b: MatrixStack<S>, _ destination: MatrixStack<S>,
      _ accumulation: BLAS.Accumulation, _ scale: S
    ) -> Void

  /// destination[i] = or += scale · a[i] · b[i] in the order of i, of sizes that fit
  public let multiply: Product
}
