import Comparison
import DataFormats
import Experiment
import Foundation

/// What must hold for the files of a baseline. An input is several files in one text, each after a line
/// `=== name`; hashes are set right, so that the tables are looked at and not only found to be edited.
enum BaselineCheck {
  private static let folderName = "fuzzed"
  private static let header = "baseline.json"
  private static let measurements = "measurements.tsv"
  private static let export = "export.jsonl"
  private static let names = [
    header, measurements, "costs.tsv", "cells.tsv", "tolerances.tsv", "samples.tsv",
    "published.tsv", "mapping.tsv", export,
  ]

  static func run(_ input: Data) throws {
    let files = parts(of: input)
    try ScratchFolder.use { root in
      let folder = root.appending(path: folderName)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, bytes) in files {
        let content = name == header ? withHashes(bytes, of: files) : bytes
        try content.write(to: folder.appending(path: name))
      }
      try read(files, root: root, folder: folder)
    }
  }

  private static func read(_ files: [String: Data], root: URL, folder: URL) throws {
    if let bytes = files[measurements] { try history(bytes) }
    if files[export] != nil {
      try Baseline.importExport(
        folder.appending(path: export), id: "imported", profile: .quick, in: root)
    }
    guard files[header] != nil else { return }
    _ = try? Baseline.list(in: root)
    let problems = Baseline.verify(at: folder)
    if files["published.tsv"] != nil { _ = try PublishedBaseline.load(from: folder) }
    let baseline = try Baseline.load(from: folder)
    guard problems.isEmpty else {
      throw FuzzFinding("a baseline that loads and has the problem \(problems[0])")
    }
    try saveAgain(baseline, root: root)
  }

  /// Learning the tolerances anew may change the first copy, never the second.
  private static func saveAgain(_ baseline: Baseline, root: URL) throws {
    let first = try Baseline.save(
      baseline.frame, id: "first", profile: baseline.profile, in: root)
    let second = try Baseline.save(first.frame, id: "first", profile: first.profile, in: root)
    guard first == second else { throw FuzzFinding("a saved baseline reads otherwise") }
  }

  private static func history(_ bytes: Data) throws {
    guard let text = String(data: bytes, encoding: .utf8) else { return }
    let history = try? BaselineHistory(
      [BaselineHistory.Commit(id: "1", date: "2024-01-01", measurements: text)], profile: .quick)
    for series in history?.series ?? [] { _ = series.steps }
  }

  private static func parts(of input: Data) -> [String: Data] {
    var files: [String: Data] = [:]
    var name = header
    for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: Array("=== ".utf8)) {
        name = String(decoding: line.dropFirst(4), as: UTF8.self)
        if names.contains(name) { files[name] = Data() }
      } else if files[name] != nil {
        files[name]?.append(line)
        files[name]?.append(UInt8(ascii: "\n"))
      }
    }
    return files
  }

  private static func withHashes(_ bytes: Data, of files: [String: Data]) -> Data {
    guard case .mapping(var values)? = try? JSONDecoder().decode(JSONValue.self, from: bytes) else {
      return bytes
    }
    values["files"] = .mapping(files.mapValues { .text(ContentHash.sha256(of: $0)) })
    return (try? JSONEncoder().encode(JSONValue.mapping(values))) ?? bytes
  }
}
