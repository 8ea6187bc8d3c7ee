/// The two precisions that the engine computes in, Float and Double, each with its kernels.
///
/// Code that is generic over a `Scalar` moves pointers and shapes; loops over elements belong in the
/// kernels, since generic Swift is not specialised across targets.
public protocol Scalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable, LayerScalar,
  NetworkScalar, TransformScalar
{
  /// Arithmetic element by element.
  static var elements: ElementKernels<Self> { get }
  /// Sums, accumulated in Double.
  static var reductions: ReductionKernels<Self> { get }
  /// Functions element by element.
  static var functions: FunctionKernels<Self> { get }
  /// Matrix products.
  static var products: ProductKernels<Self> { get }
}
