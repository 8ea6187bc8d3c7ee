import KernelClones
import Testing

/// Every instruction set's copy of a kernel gives the same bits, whichever this CPU would choose.
@Suite struct KernelCloneTests {
  @Test func allCopiesOfEachKernelGiveTheSameBits() {
    #expect(assay_disagreeing_kernel().map { String(cString: $0) } == nil)
    #if arch(x86_64)
      #expect(assay_compared_kernels() > 100)
    #endif
  }
}
