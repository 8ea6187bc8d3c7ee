import CCrypto
import Foundation

/// SHA-256 over the relative path and the content of every file whose change can change a number.
func epoch(of package: URL, files: [URL]) throws -> String {
  let context = EVP_MD_CTX_new()
  defer { EVP_MD_CTX_free(context) }
  EVP_DigestInit_ex(context, EVP_sha256(), nil)
  for file in files {
    let relative = file.path.replacing(package.path, with: "")
    for part in [Data(relative.utf8), try Data(contentsOf: file)] {
      part.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }
  }
  var digest = [UInt8](repeating: 0, count: 32)
  EVP_DigestFinal_ex(context, &digest, nil)
  let hexadecimal = digest.map { String(format: "%02x", $0) }.joined()
  return """
    /// The code whose change can change a number; written by the build.
    public enum CodeEpoch {
      /// SHA-256 over the sources of the numeric targets.
      public static let hash = "\(hexadecimal)"
    }

    """
}
