import DataFormats
import Experiment
import Foundation

/// What the numbers of a model's program depend on, as a hash: the bytes of the program, of files and
/// folders beside the model file, and of libraries that several models share.
///
/// Where they lie is no part of it. Left out are names that begin with a full stop, and `__pycache__`.
public struct ModelContent {
  private static let deepest = 32
  private static let mostFiles = 100_000

  private let folder: String
  private var hashes: [String: String] = [:]

  /// The hash over `executable`, `files`, which are paths below `folder` (what `command` names there when no
  /// file is given), and `libraries`, the paths of folders from there, which may lie anywhere.
  /// - Throws: `AssayError` (bad input) when one is missing, cannot be read, is no file or folder, or a file
  ///   leaves the folder
  public static func hash(
    executable: String, command: [String], files: [String], libraries: [String] = [],
    in folder: URL
  ) throws -> String {
    guard let root = Self.resolved(folder.path) else {
      throw refusal(folder.path, "no such folder")
    }
    var content = ModelContent(folder: root)
    for file in files.isEmpty ? content.named(in: command) : files { try content.add(file) }
    for (number, library) in libraries.enumerated() {
      try content.add(library: library, number: number)
    }
    let program = try ContentHash.sha256(of: URL(filePath: resolved(executable) ?? executable))
    let lines = content.hashes.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)\n" }
    return ContentHash.sha256(of: Data(("\(program)\n" + lines.joined()).utf8))
  }

  private init(folder: String) { self.folder = folder }

  /// The arguments that are files below the folder.
  private func named(in command: [String]) -> [String] {
    command.dropFirst().filter { argument in
      guard !argument.isEmpty, !argument.hasPrefix("/"),
        let path = Self.resolved("\(folder)/\(argument)"), path.hasPrefix("\(folder)/")
      else { return false }
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  private mutating func add(library path: String, number: Int) throws {
    guard let place = Self.resolved(path.hasPrefix("/") ? path : "\(folder)/\(path)") else {
      throw AssayError(
        .badInput, where: "library '\(path)' of an external model", found: "no folder '\(path)'",
        expected: "the path of a folder, from that of the model file or absolute",
        remedy: "correct the path under 'libraries'")
    }
    var library = ModelContent(folder: place)
    try library.add(".")
    for (name, hash) in library.hashes { hashes["library \(number): \(name)"] = hash }
  }

  private mutating func add(_ path: String, depth: Int = 0) throws {
    guard let place = Self.resolved(path.hasPrefix("/") ? path : "\(folder)/\(path)") else {
      throw Self.refusal(path, "no file or folder '\(path)'")
    }
    guard place == folder || place.hasPrefix("\(folder)/") else {
      throw Self.refusal(path, "leaves the folder, for '\(place)'")
    }
    guard depth <= Self.deepest else {
      throw Self.refusal(path, "folders within folders, \(Self.deepest) deep")
    }
    var status = stat()
    guard stat(place, &status) == 0 else {
      throw Self.refusal(path, String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      hashes[path] = try ContentHash.sha256(of: URL(filePath: place))
      guard hashes.count <= Self.mostFiles else {
        throw Self.refusal(path, "more than \(Self.mostFiles) files")
      }
    case S_IFDIR: try addFolder(path, at: place, depth: depth)
    default: throw Self.refusal(path, "neither a file nor a folder")
    }
  }

  private mutating func addFolder(_ path: String, at place: String, depth: Int) throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: place) else {
      throw Self.refusal(path, "a folder that cannot be read")
    }
    let base = path == "." ? "" : path.hasSuffix("/") ? path : "\(path)/"
    for name in names.sorted() where !name.hasPrefix(".") && name != "__pycache__" {
      try add(base + name, depth: depth + 1)
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func refusal(_ path: String, _ found: String) -> AssayError {
    AssayError(
      .badInput, where: "file '\(path)' of an external model", found: found,
      expected: "files and folders below the folder of the model file",
      remedy: "correct the path under 'files', or move the file there")
  }
}
