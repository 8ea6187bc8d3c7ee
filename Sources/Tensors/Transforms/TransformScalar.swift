/// What a precision needs to be Fourier-transformed; `Scalar` includes it.
public protocol TransformScalar {
  /// Fourier transforms of lines.
  static var transforms: TransformKernels<Self> { get }
}
