import CKernels
import Tensors

extension BufferPool {
  /// Gives `body` the convolution and the scratch that its kernels need.
  func withScratch(
    of shape: assay_convolution,
    _ body: (UnsafePointer<assay_convolution>, UnsafeMutablePointer<S>) -> Void
  ) {
    withUnsafePointer(to: shape) { shape in
      let scratch = take(S.convolutions.scratchCount(shape))
      body(shape, scratch.start)
      give(scratch)
    }
  }
}
