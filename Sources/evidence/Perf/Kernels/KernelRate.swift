/// What one process measured of a kernel.
struct KernelRate: Codable {
  /// Billions of floating-point operations a second.
  let rate: Double
  /// Those of products of 512 x 512 matrices in the same process.
  let peak: Double
  /// The BLAS kernels in use, as in `Haswell`.
  let kernels: String
}
