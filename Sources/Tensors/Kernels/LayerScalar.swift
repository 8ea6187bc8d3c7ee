/// The kernels of moves and optimisers in one precision; a part of `Scalar`.
public protocol LayerScalar: SIMDScalar, Codable, Hashable, Sendable {
  /// Copies to other places.
  static var moves: MoveKernels<Self> { get }
  /// Copies and sums along axes.
  static var axes: AxisKernels<Self> { get }
  /// The moves of the spectral layer.
  static var spectra: SpectrumKernels<Self> { get }
  /// Steps of optimisers.
  static var optimisers: OptimiserKernels<Self> { get }
}
