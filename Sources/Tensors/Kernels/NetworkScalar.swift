/// The kernels of images, normalisations and recurrent cells in one precision; a part of `Scalar`.
public protocol NetworkScalar: SIMDScalar, Codable, Hashable, Sendable {
  /// Convolutions.
  static var convolutions: ConvolutionKernels<Self> { get }
  /// Pooling and resampling.
  static var pools: PoolingKernels<Self> { get }
  /// Normalisation.
  static var normalisations: NormalisationKernels<Self> { get }
  /// Losses of pairs, recurrent cells and dropout.
  static var layers: LayerKernels<Self> { get }
}
