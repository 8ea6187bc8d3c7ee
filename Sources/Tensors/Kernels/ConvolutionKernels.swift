public import CKernels

/// Convolutions of batches in one to three dimensions (CKernelsConvolution.h).
public struct ConvolutionKernels<S>: Sendable {
  /// Numbers of scratch that the other three need for a convolution
  public let scratchCount: @Sendable (_ c: UnsafePointer<assay_convolution>) -> Int
  /// y = the convolution of x with w, plus the bias if there is one
  public let forward:
    @Sendable (
      _ c: UnsafePointer<assay_convolution>, _ x: UnsafePointer<S>, _ w: UnsafePointer<S>,
      _ bias: UnsafePointer<S>?, _ y: UnsafeMutablePointer<S>, _ scratch: UnsafeMutablePointer<S>
    ) -> Void
  /// gx = (accumulate != 0: +=) the gradient by x
  public let backwardData:
    @Sendable (
      _ c: UnsafePointer<assay_convolution>, _ gy: UnsafePointer<S>, _ w: UnsafePointer<S>,
      _ accumulate: Int32, _ gx: UnsafeMutablePointer<S>, _ scratch: UnsafeMutablePointer<S>
    ) -> Void
  /// gw += the gradient by w
  public let backwardWeights:
    @Sendable (
      _ c: UnsafePointer<assay_convolution>, _ x: UnsafePointer<S>, _ gy: UnsafePointer<S>,
      _ gw: UnsafeMutablePointer<S>, _ scratch: UnsafeMutablePointer<S>
    ) -> Void
}
