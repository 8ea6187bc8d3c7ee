public import CKernels

/// Moves between the transforms of one sample and mode-major planes of a batch (CKernels.h).
public struct SpectrumKernels<S>: Sendable {
  /// From a transform to real and imaginary rows.
  public typealias Packing =
    @Sendable (
      _ s: assay_spectrum, _ transform: UnsafePointer<S>, _ real: UnsafeMutablePointer<S>,
      _ imaginary: UnsafeMutablePointer<S>
    ) -> Void
  /// From real and imaginary rows to a transform.
  public typealias Unpacking =
    @Sendable (
      _ s: assay_spectrum, _ real: UnsafePointer<S>, _ imaginary: UnsafePointer<S>,
      _ transform: UnsafeMutablePointer<S>
    ) -> Void

  /// (cos - i sin) T
  public let pack: Packing
  /// As `pack`, doubled: [re | im] to `real`, [im | -re] to `imaginary`
  public let packDoubled: Packing
  /// The transform whose product with [cos; sin] is (cos + i sin) X
  public let unpack: Unpacking
  /// As `unpack`, from the products [Xr Wr | Xr Wi] and [Xi Wr | Xi Wi]
  public let unpackProducts: Unpacking
}
