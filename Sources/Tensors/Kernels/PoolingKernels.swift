public import CKernels

/// Pooling and resampling of planes (CKernelsLayers.h).
public struct PoolingKernels<S>: Sendable {
  /// From one array to another.
  public typealias Pool =
    @Sendable (
      _ p: UnsafePointer<assay_pooling>, _ x: UnsafePointer<S>, _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// From one array to another by the weights of a table.
  public typealias Resample =
    @Sendable (
      _ r: UnsafePointer<assay_resampling>, _ weight: UnsafePointer<S>, _ x: UnsafePointer<S>,
      _ y: UnsafeMutablePointer<S>
    ) -> Void

  /// y = the largest number of each window
  public let max: Pool
  /// gx += gy at the first largest number of each window
  public let maxBackward:
    @Sendable (
      _ p: UnsafePointer<assay_pooling>, _ x: UnsafePointer<S>, _ gy: UnsafePointer<S>,
      _ gx: UnsafeMutablePointer<S>
    ) -> Void
  /// y = the mean of each window
  public let average: Pool
  /// gx += the adjoint of `average`
  public let averageBackward: Pool
  /// y = x at the places of the tables
  public let resample: Resample
  /// gx += the adjoint of `resample`
  public let resampleBackward: Resample
  /// y = z at the places of tiles, plus a bias for each channel
  public let tilesJoin:
    @Sendable (
      _ t: UnsafePointer<assay_tiling>, _ z: UnsafePointer<S>, _ bias: UnsafePointer<S>?,
      _ y: UnsafeMutablePointer<S>
    ) -> Void
  /// z = y at the places of tiles
  public let tilesPart:
    @Sendable (
      _ t: UnsafePointer<assay_tiling>, _ y: UnsafePointer<S>, _ z: UnsafeMutablePointer<S>
    ) -> Void
}
