import CCrypto
import Foundation

/// SHA-256, in hexadecimal.
enum Digest {
  static func sha256(_ data: Data) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    data.withUnsafeBytes { bytes in
      _ = EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
    }
    return digest.map { String(format: "%02x", $0) }.joined()
  }
}
