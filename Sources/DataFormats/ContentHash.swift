import CCrypto
import Experiment
import Foundation

/// SHA-256 of contents, in lower-case hexadecimal (FIPS 180-4, by libcrypto).
public enum ContentHash {
  private static let chunk = 1 << 20

  /// The hash of `data`.
  public static func sha256(of data: Data) -> String {
    let digest = RunningDigest()
    data.withUnsafeBytes { digest.update($0) }
    return digest.hexadecimal()
  }

  /// The hash of the file at `url`, read piece by piece.
  /// - Throws: `AssayError` (bad input) when it cannot be read.
  public static func sha256(of url: URL) throws -> String {
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw AssayError.unreadable(url, String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    let digest = RunningDigest()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count == 0 { return digest.hexadecimal() }
      if count < 0 {
        guard errno == EINTR else {
          throw AssayError.unreadable(url, String(cString: strerror(errno)))
        }
        continue
      }
      digest.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }
}

/// A digest in the making: owns libcrypto's context.
private final class RunningDigest {
  private let context = EVP_MD_CTX_new()

  init() {
    let started = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(started == 1, "libcrypto offers no SHA-256")
  }

  deinit { EVP_MD_CTX_free(context) }

  func update(_ bytes: UnsafeRawBufferPointer) {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
  }

  func hexadecimal() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
