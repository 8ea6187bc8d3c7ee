import CKernels

/// Which kernels a process computes with.
///
/// In either mode every kernel of `CKernels` but convolution and every sum has one order on all CPUs.
/// Products of matrices, convolutions and the real LU and Cholesky factorisations of `Solvers` take the
/// fastest kernels of the CPU at hand unless the mode is `portable`.
public enum KernelMode: String, Codable, Sendable, CaseIterable {
  /// The fastest of this CPU: OpenBLAS, fused operations.
  case fastest
  /// Those that give the same bits on every x86-64 CPU.
  case portable

  /// The mode of this process.
  public static var current: KernelMode {
    assay_kernels_are_portable() == 0 ? .fastest : .portable
  }

  /// The C compiler that made the kernels, which is that of Swift's toolchain unless another was asked for; with
  /// a mark when it did not optimise, or for other processors than all of this architecture.
  public static var compiler: String { String(cString: assay_kernels_compiler()) }

  /// Makes this the mode of the process, before the first number is computed: a process that has become
  /// portable stays so.
  public func select() {
    if self == .portable { assay_use_portable_kernels() }
    Requirement.check(
      Self.current == self, "the kernels of this process are \(Self.current) and cannot be \(self)")
  }
}
