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
  /// The compiler of this program.
  public var compiler: String
  /// The C library, of which functions such as exp and the cosine are.
  public var library: String
  /// The instruction set that our own kernels are chosen by.
  public var instructions: String
  /// Whether our kernels are the fastest of the processor or portable. In the portable mode BLAS core and
  /// instruction set still count, since a model of the user's own may call what it likes.
  public var kernels: KernelMode
  /// BLAS threads of a worker.
  public var threads: Int

  /// The environment of this process with `threads` BLAS threads.
  public init(threads: Int, kernels: KernelMode) {
    self.kernels = kernels
    code = CodeEpoch.hash
    blas = String(cString: openblas_get_config()).trimmingCharacters(in: .whitespaces)
    blasCore = String(cString: openblas_get_corename())
    compiler = KernelMode.compiler
    library = Self.libraryVersion()
    instructions = ProcessorFacts.current().instructions
    self.threads = threads
  }

  /// As in `glibc 2.36`; `unknown` where it does not say.
  private static func libraryVersion() -> String {
    var text = [UInt8](repeating: 0, count: 64)
    let count = text.withUnsafeMutableBytes {
      confstr(Int32(_CS_GNU_LIBC_VERSION), $0.bindMemory(to: CChar.self).baseAddress, $0.count)
    }
    return (1...text.count).contains(count)
      ? String(decoding: text.prefix(count - 1), as: UTF8.self) : "unknown"
  }
}
