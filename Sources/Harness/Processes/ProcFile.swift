import Foundation

/// Small files of `/proc`, read without the detours of Foundation: some are read at every cell.
enum ProcFile {
  private static let chunk = 1 << 12

  /// The whole text; empty when there is no such file.
  static func text(_ path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var text: [UInt8] = []
    while true {
      let before = text.count
      let count = withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 1) { bytes in
        let count = read(descriptor, bytes.baseAddress, bytes.count)
        if count > 0 { text.append(contentsOf: bytes[..<count]) }
        return count
      }
      if count < 0 && errno == EINTR { continue }
      if text.count == before { return String(decoding: text, as: UTF8.self) }
    }
  }

  /// The names in a folder that are numbers: processes of `/proc`, threads of a process.
  static func numbers(in folder: String) -> [pid_t] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var found: [pid_t] = []
    while let entry = readdir(stream) {
      let number = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.reduce(into: pid_t?.some(0)) { number, byte in
          let digit = pid_t(byte) - 48
          number = (0...9).contains(digit) ? number.map { $0 &* 10 &+ digit } : nil
        }
      }
      if let number, number > 0 { found.append(number) }
    }
    return found
  }
}
