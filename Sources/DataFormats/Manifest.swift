import Experiment
import Foundation

/// What a folder holds: every file with its size and hash, sorted by path.
public struct Manifest: Codable, Sendable, Equatable {
  /// One file.
  public struct Entry: Codable, Sendable, Equatable {
    /// The path below the folder, with `/` between components.
    public let path: String
    /// The bytes.
    public let size: Int
    /// SHA-256 of the content, in hexadecimal.
    public let sha256: String

    /// An entry.
    public init(path: String, size: Int, sha256: String) {
      self.path = path
      self.size = size
      self.sha256 = sha256
    }
  }

  /// The name of a manifest's file in the folder that it describes; it does not list itself.
  public static let fileName = "manifest.json"

  /// The files, sorted by path.
  public let files: [Entry]

  /// A manifest of `files`, in any order.
  public init(files: [Entry]) {
    self.files = files.sorted { $0.path < $1.path }
  }

  /// The manifest of what lies in `folder` now, or in its `subfolders` only; hidden files (temporary
  /// ones among them) and the manifest's own file are left out.
  /// - Throws: `AssayError` (bad input) when a file cannot be read.
  public init(of folder: URL, subfolders: [String] = []) throws {
    let starts = subfolders.isEmpty ? [""] : subfolders
    let paths = try starts.flatMap { try Manifest.paths(in: folder, below: $0) }
    self.init(files: try paths.map { try Manifest.entry($0, in: folder) })
  }

  /// SHA-256 over the canonical JSON: equal exactly when all paths, sizes and contents are.
  public var contentHash: String { ContentHash.sha256(of: canonicalJSON) }

  /// The manifest as JSON with sorted keys and no white space.
  public var canonicalJSON: Data {
    let lines = files.map {
      "{\"path\":\(Manifest.quoted($0.path)),\"sha256\":\"\($0.sha256)\",\"size\":\($0.size)}"
    }
    return Data("{\"files\":[\(lines.joined(separator: ","))]}".utf8)
  }

  /// Writes the manifest into `folder`.
  public func write(into folder: URL) throws {
    try AtomicFile.write(canonicalJSON, to: folder.appending(path: Manifest.fileName))
  }

  /// The manifest that lies in `folder`.
  /// - Throws: `AssayError` (bad input) when there is none or it is damaged.
  public static func read(from folder: URL) throws -> Manifest {
    let url = folder.appending(path: fileName)
    let data = try FileBytes.read(url)
    do {
      return try JSONDecoder().decode(Manifest.self, from: data)
    } catch {
      throw AssayError.badFile(
        url.path, found: "not a manifest", expected: "a JSON object with a list 'files'",
        remedy: "make the data again or remove the file")
    }
  }

  private static func entry(_ path: String, in folder: URL) throws -> Entry {
    let url = folder.appending(path: path)
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      throw AssayError.unreadable(url, String(cString: strerror(errno)))
    }
    return Entry(
      path: path, size: Int(status.st_size), sha256: try ContentHash.sha256(of: url))
  }

  private static func paths(in folder: URL, below subfolder: String) throws -> [String] {
    let start = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: start.path)
    } catch {
      throw AssayError.unreadable(start, error.localizedDescription)
    }
    return try names.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
      let path = subfolder.isEmpty ? name : "\(subfolder)/\(name)"
      var status = stat()
      guard stat(folder.appending(path: path).path, &status) == 0 else { return [] }
      if status.st_mode & S_IFMT == S_IFDIR { return try paths(in: folder, below: path) }
      return path == fileName ? [] : [path]
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
