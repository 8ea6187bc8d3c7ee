import Experiment
import Foundation

/// The files of one baseline on disk.
struct BaselineFolder {
  let url: URL

  /// How the folder is named in messages: its last two path components are enough to find it.
  var name: String { url.pathComponents.suffix(2).joined(separator: "/") }

  func fileName(_ file: String) -> String { "\(name)/\(file)" }

  func data(_ file: String) throws -> Data {
    do {
      return try Data(contentsOf: url.appending(path: file))
    } catch {
      throw AssayError(
        .badInput, where: fileName(file), found: "no readable file",
        expected: "a file of the baseline",
        remedy: "restore it from version control, or save the baseline again")
    }
  }

  func text(_ file: String) throws -> String {
    guard let text = String(data: try data(file), encoding: .utf8) else {
      throw AssayError(
        .badInput, where: fileName(file), found: "bytes that are no UTF-8", expected: "UTF-8 text",
        remedy: "restore the file from version control")
    }
    return text
  }

  /// The header, after its schema version and kind were looked at alone.
  func header<Header: Decodable>(_ type: Header.Type, kind: BaselineKind) throws -> Header {
    let file = BaselineHeader.fileName
    let stub = try decoded(HeaderStub.self, file: file)
    guard stub.schemaVersion <= BaselineHeader.newestSchema else {
      throw AssayError(
        .badInput, where: fileName(file), found: "schema version \(stub.schemaVersion)",
        expected: "at most \(BaselineHeader.newestSchema)",
        remedy: "use the newer version of assay that wrote it")
    }
    guard stub.kind == kind else {
      throw AssayError(
        .badInput, where: fileName(file), found: "a \(stub.kind.rawValue) baseline",
        expected: "a \(kind.rawValue) one", remedy: "name a \(kind.rawValue) baseline")
    }
    return try decoded(type, file: file)
  }

  func stub() throws -> HeaderStub {
    try decoded(HeaderStub.self, file: BaselineHeader.fileName)
  }

  /// Says which file is not the one that was saved, and how to mend it.
  func requireUnedited(_ file: String, files: [String: String]) throws {
    guard let expected = files[file] else {
      throw AssayError(
        .badInput, where: fileName(BaselineHeader.fileName), found: "no SHA-256 of \(file)",
        expected: "one for each file", remedy: "restore the file from version control")
    }
    let found = Digest.sha256(try data(file))
    guard found != expected else { return }
    throw AssayError(
      .badInput, where: fileName(file),
      found: "an edited file (SHA-256 \(found.prefix(12))…)",
      expected: "the one that was saved (\(expected.prefix(12))…)",
      remedy: "restore it with 'git checkout -- \(file)' in that folder, or measure and save the "
        + "baseline again; numbers of a baseline are not edited by hand")
  }

  func write(_ text: String, to file: String) throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url.appending(path: file), options: .atomic)
    } catch {
      throw AssayError(
        .cannotWrite, where: fileName(file), found: "\(error.localizedDescription)",
        expected: "a folder that can be written", remedy: "check its rights and the free space")
    }
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, file: String) throws -> Value {
    let data = try data(file)
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw AssayError(
        .badInput, where: fileName(file), found: JSONText.complaint(error),
        expected: "a baseline's description", remedy: "restore the file from version control")
    }
  }
}
