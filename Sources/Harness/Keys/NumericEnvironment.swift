import COpenBLAS
import Foundation

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
  /// BLAS threads of a worker.
  public var threads: Int

  /// The environment of this process with `threads` BLAS threads.
  public init(threads: Int) {
    code = CodeEpoch.hash
    blas = String(cString: openblas_get_config()).trimmingCharacters(in: .whitespaces)
    blasCore = String(cString: openblas_get_corename())
    instructions = ProcessorFacts.current().instructions
    self.threads = threads
  }
}
