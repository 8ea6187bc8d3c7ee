import COpenBLAS
import Foundation
import Tensors

/// What of code and machine can change a number; part of every cell's key.
public struct NumericEnvironment: Codable, Sendable, Equatable {
  /// SHA-256 over the sources of the numeric targets.
  public var code: String
  /// The version and build options of the BLAS library.
  public var blas: String
  /// The processor that the BLAS library chose its kernels for.
  public var blasCore: String
  /// The instruction set that our own kernels are chosen by.
  public var instructions: String
  /// Whether our kernels are the fastest of the processor or portable. In the portable mode the two facts
  /// above still count, since a model of the user's own may call what it likes.
  public var kernels: KernelMode
  /// BLAS threads of a worker.
  public var threads: Int

  /// The environment of this process with `threads` BLAS threads.
  public init(threads: Int, kernels: KernelMode) {
    self.kernels = kernels
    code = CodeEpoch.hash
    blas = String(cString: openblas_get_config()).trimmingCharacters(in: .whitespaces)
    blasCore = String(cString: openblas_get_corename())
    instructions = ProcessorFacts.current().instructions
    self.threads = threads
  }
}
