import Experiment
import Foundation

/// The text of an input file.
enum FileText {
  /// The bytes that a file may have: hundreds of times those of a long suite.
  static let longest = 1 << 20

  static func read(_ file: URL, kind: String) throws -> String {
    let bytes: Data
    do {
      let handle = try FileHandle(forReadingFrom: file)
      defer { try? handle.close() }
      // One byte more than is allowed tells a file that is too long from one that just fits, and
      // no device without an end is read for ever.
      bytes = try handle.read(upToCount: longest + 1) ?? Data()
    } catch {
      let exists = FileManager.default.fileExists(atPath: file.path)
      throw AssayError(
        .badInput, where: name(of: file),
        found: exists ? "a \(kind) that cannot be read" : "no such file",
        expected: "a readable \(kind) in UTF-8",
        remedy: exists ? "check its permissions and its encoding" : "correct the path")
    }
    return try text(of: bytes, name: name(of: file), kind: kind)
  }

  /// The text that `bytes` are, without a byte order mark.
  static func text(of bytes: Data, name: String, kind: String) throws -> String {
    guard bytes.count <= longest else {
      throw AssayError(
        .badInput, where: name, found: "more than \(longest) bytes",
        expected: "a \(kind) of at most \(longest) bytes",
        remedy: "split the file; data belong into files of their own")
    }
    guard let text = String(data: bytes, encoding: .utf8) else {
      let line = 1 + validStart(of: bytes).count { $0 == UInt8(ascii: "\n") }
      throw AssayError(
        .badInput, where: "\(name):\(line):1", found: "bytes that are no UTF-8",
        expected: "a \(kind) in UTF-8", remedy: "save the file as UTF-8")
    }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }

  /// The bytes before the first that is no UTF-8.
  private static func validStart(of bytes: Data) -> Data {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      length += UTF8.width(scalar)
    }
    return bytes.prefix(length)
  }

  /// The path as errors show it: relative to the working directory where it lies below.
  static func name(of file: URL) -> String {
    let path = file.standardizedFileURL.path
    let folder = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
