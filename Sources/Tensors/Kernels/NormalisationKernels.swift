public import CKernels

/// Normalisation by means and variances, with sums in Double (CKernelsLayers.h).
public struct NormalisationKernels<S>: Sendable {
  /// mean and variance of every statistic
  public let moments:
    @Sendable (
      _ n: UnsafePointer<assay_normalisation>, _ x: UnsafePointer<S>,
      _ mean: UnsafeMutablePointer<Double>, _ variance: UnsafeMutablePointer<Double>
    ) -> Void
  /// What y = (x - centre) scale + shift needs of each plane
  public let coefficients:
    @Sendable (
      _ n: UnsafePointer<assay_normalisation>, _ epsilon: Double, _ mean: UnsafePointer<Double>,
      _ variance: UnsafePointer<Double>, _ gamma: UnsafePointer<S>?, _ beta: UnsafePointer<S>?,
      _ centre: UnsafeMutablePointer<S>, _ scale: UnsafeMutablePointer<S>,
      _ shift: UnsafeMutablePointer<S>
    ) -> Void
  /// y = (x - centre) scale + shift
  public let planes:
    @Sendable (
      _ planes: Int, _ points: Int, _ x: UnsafePointer<S>, _ centre: UnsafePointer<S>,
      _ scale: UnsafePointer<S>, _ shift: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// Σ g and Σ g (x - centre) of each plane
  public let sums:
    @Sendable (
      _ planes: Int, _ points: Int, _ x: UnsafePointer<S>, _ centre: UnsafePointer<S>,
      _ g: UnsafePointer<S>, _ sums: UnsafeMutablePointer<Double>
    ) -> Void
  /// The gradients by gamma and beta, and what `planesBackward` needs of each plane
  public let slopes:
    @Sendable (
      _ n: UnsafePointer<assay_normalisation>, _ epsilon: Double, _ isFixed: Int32,
      _ variance: UnsafePointer<Double>, _ gamma: UnsafePointer<S>?, _ sums: UnsafePointer<Double>,
      _ gammaGradient: UnsafeMutablePointer<S>?, _ betaGradient: UnsafeMutablePointer<S>?,
      _ slope: UnsafeMutablePointer<S>, _ offset: UnsafeMutablePointer<S>
    ) -> Void
  /// gx = scale g + slope (x - centre) + offset; gx may be g
  public let planesBackward:
    @Sendable (
      _ planes: Int, _ points: Int, _ x: UnsafePointer<S>, _ centre: UnsafePointer<S>,
      _ g: UnsafePointer<S>, _ scale: UnsafePointer<S>, _ slope: UnsafePointer<S>,
      _ offset: UnsafePointer<S>, _ gx: UnsafeMutablePointer<S>
    ) -> Void
  /// Each row by its own moments
  public let rows:
    @Sendable (
      _ rows: Int, _ columns: Int, _ epsilon: Double, _ x: UnsafePointer<S>,
      _ gamma: UnsafePointer<S>, _ beta: UnsafePointer<S>, _ moments: UnsafeMutablePointer<Double>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// Its gradients; gx may be gy
  public let rowsBackward:
    @Sendable (
      _ rows: Int, _ columns: Int, _ x: UnsafePointer<S>, _ gamma: UnsafePointer<S>,
      _ moments: UnsafePointer<Double>, _ gy: UnsafePointer<S>,
      _ lines: UnsafeMutablePointer<Double>, _ gammaGradient: UnsafeMutablePointer<S>,
      _ betaGradient: UnsafeMutablePointer<S>, _ gx: UnsafeMutablePointer<S>
    ) -> Void
  /// running = (1 - momentum) running + momentum factor x
  public let track:
    @Sendable (
      _ count: Int, _ momentum: Double, _ factor: Double, _ x: UnsafePointer<Double>,
      _ running: UnsafeMutablePointer<S>
    ) -> Void
  /// y = x in Double
  public let widen:
    @Sendable (_ count: Int, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<Double>) -> Void
}
