import CProcess
import Foundation

/// Small files of `/proc`, read without Foundation, which takes detours and loses some memory at every file
/// whose size is not told: some are read at every cell.
package enum ProcFile {
  private static let chunk = 1 << 12

  /// The text, or so much of it that `limit` bytes are reached; empty when there is no such file.
  package static func text(_ path: String, limit: Int = 1 << 20) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var text: [UInt8] = []
    while text.count < limit {
      let before = text.count
      let count = withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 1) { bytes in
        let count = read(descriptor, bytes.baseAddress, bytes.count)
        if count > 0 { text.append(contentsOf: bytes[..<count]) }
        return count
      }
      if count < 0 && errno == EINTR { continue }
      if text.count == before { break }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The names in a folder that are numbers: processes of `/proc`, threads of a process.
  package static func numbers(in folder: String) -> [pid_t] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [pid_t] = []
    while let name = assay_next_name(stream) {
      if let number = pid_t(String(cString: name)) { found.append(number) }
    }
    return found
  }
}
