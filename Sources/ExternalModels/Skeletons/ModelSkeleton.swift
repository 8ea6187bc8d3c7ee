import Experiment
import Foundation

/// The beginning of a model of the user's own: a model file, and a program that runs as it stands.
public struct ModelSkeleton: Sendable {
  /// The languages that there is a beginning in.
  public enum Language: String, Sendable, CaseIterable {
    case python, c, shell
  }

  /// A file of it.
  public struct File: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What it says.
    public let text: String
    /// Whether it is a program.
    public let isExecutable: Bool
  }

  /// The model's id in kebab case.
  public let id: String
  /// The language of its program.
  public let language: Language

  /// A skeleton.
  /// - Throws: `AssayError` (bad input) when `id` is not in kebab case
  public init(id: String, language: Language) throws {
    guard id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil else {
      throw AssayError(
        .badInput, where: "the id of a new model", found: Quotation.text(id),
        expected: "a small letter, then small letters, digits and single hyphens, as in 'my-model'",
        remedy: "choose another id")
    }
    self.id = id
    self.language = language
    guard Set(files.map(\.name)).count == files.count else {
      throw AssayError(
        .badInput, where: "the id of a new model", found: Quotation.text(id),
        expected: "another name than that of the client beside it", remedy: "choose another id")
    }
  }

  /// The files, the model file first.
  public var files: [File] {
    switch language {
    case .python:
      [
        modelFile(command: "[python3, \(stem).py]", files: "[\(stem).py, assay_client.py]"),
        program("\(stem).py", PackageResources.model_py_txt),
        program("assay_client.py", PackageResources.assay_client_py_txt),
      ]
    case .c:
      [
        modelFile(
          command: "[./\(stem)]", files: "[\(stem).c]",
          note: "# First: cc -O2 -o \(stem) \(stem).c\n"),
        program("\(stem).c", PackageResources.model_c_txt),
      ]
    case .shell:
      [
        modelFile(command: "[sh, \(stem).sh]", files: "[\(stem).sh]"),
        program("\(stem).sh", PackageResources.model_sh_txt, isExecutable: true),
      ]
    }
  }

  /// What is to be done before the first try; empty when nothing.
  public var preparation: String {
    language == .c ? "cc -O2 -o \(stem) \(stem).c" : ""
  }

  /// Writes the files into `folder`, which is made; no file that is there is touched.
  /// - Returns: the model file
  /// - Throws: `AssayError` when one of them is there already, or cannot be written
  public func write(to folder: URL) throws -> URL {
    let manager = FileManager.default
    let files = files
    if let taken = files.first(where: {
      manager.fileExists(atPath: folder.appending(path: $0.name).path)
    }) {
      throw AssayError(
        .badInput, where: folder.appending(path: taken.name).path, found: "a file of that name",
        expected: "a place where nothing is overwritten", remedy: "choose another id or folder")
    }
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files {
        let url = folder.appending(path: file.name)
        try Data(file.text.utf8).write(to: url, options: .atomic)
        if file.isExecutable {
          try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: url.path)
        }
      }
    } catch {
      throw AssayError(
        .cannotWrite, where: folder.path, found: error.localizedDescription,
        expected: "a folder that can be written", remedy: "choose another folder")
    }
    return folder.appending(path: "\(id).yaml")
  }

  private var stem: String { id.replacing("-", with: "_") }

  private func modelFile(command: String, files: String, note: String = "") -> File {
    let parameters = language == .python ? "    parameters: {learning_rate: 0.05}\n" : ""
    let text = """
      \(note)schema: 1
      id: \(id)
      title: \(id)
      summary: What it does, in one sentence.
      model:
        external:
          command: \(command)   # looked up in PATH, or below this folder
          files: \(files)   # what its numbers depend on

      """
    return File(name: "\(id).yaml", text: text + parameters, isExecutable: false)
  }

  private func program(_ name: String, _ bytes: [UInt8], isExecutable: Bool = false) -> File {
    let text = String(decoding: bytes, as: UTF8.self)
      .replacing("{{title}}", with: id).replacing("linear_stencil", with: stem)
    return File(name: name, text: text, isExecutable: isExecutable)
  }
}
