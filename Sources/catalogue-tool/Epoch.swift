import CCrypto
import Foundation

/// The code whose change can change a number.
struct Epoch {
  let package: URL
  /// The code that generates data; models and metrics are not among it.
  let dataFiles: [URL]
  /// What besides can change a number that is stored.
  let otherFiles: [URL]

  /// The source of a constant: SHA-256 over the relative path and the content of every file, so that
  /// it does not depend on where the package lies.
  func source() throws -> String {
    """
    /// The code whose change can change a number; written by the build.
    public enum CodeEpoch {
      /// SHA-256 over the sources of the numeric targets.
      public static let hash = "\(try digest(of: dataFiles + otherFiles))"
      /// SHA-256 over the sources of the targets that generate data.
      public static let dataHash = "\(try digest(of: dataFiles))"
    }

    """
  }

  private func digest(of files: [URL]) throws -> String {
    let context = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(context) }
    EVP_DigestInit_ex(context, EVP_sha256(), nil)
    for file in files {
      let relative = file.path.dropFirst(package.path.count)
      for part in [Data(relative.utf8), try Data(contentsOf: file)] {
        part.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
      }
    }
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest.map { String(format: "%02x", $0) }.joined()
  }
}
