import Canvas
import Comparison
import DataFormats
import Experiment
import Figures
import Foundation
import Planning
import Reports

/// All that others need to check and repeat results, as one archive; the same results give the same bytes.
struct Bundle {
  let input: ReportInput
  let profile: Profile
  let workspace: Workspace

  /// Writes the archive at one stroke and returns how many files are in it.
  func write(to url: URL) throws -> Int {
    let draft = FileManager.default.temporaryDirectory.appending(
      path: "assay-bundle-\(ProcessInfo.processInfo.globallyUniqueString)",
      directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: draft) }
    try fill(draft)
    let names = try Self.files(in: draft)
    var manifest: [String: String] = [:]
    try ZipWriter.write(to: url) { archive in
      for name in names {
        let content = try Data(contentsOf: draft.appending(path: name))
        manifest[name] = ContentHash.sha256(of: content)
        try archive.add(name, content)
      }
      try archive.add("manifest.json", try Self.json(manifest))
    }
    return names.count + 1
  }

  private func fill(_ folder: URL) throws {
    try write(readme, to: "README.md", in: folder)
    try write(String(decoding: try environments, as: UTF8.self), to: "environment.json", in: folder)
    try write(try cells(), to: "cells.jsonl", in: folder)
    // The folder's own id, so that it can be imported as it is.
    try Baseline.save(input.frame, id: "bundle", profile: profile, in: folder)
    for suite in input.frame.suites {
      guard let location = try? Suite.locate(suite.id, in: workspace.suitesFolder) else { continue }
      let source = location.file.deletingLastPathComponent()
      try copy(source, to: folder.appending(path: "Suites/\(suite.id)"))
    }
    try write(try HTMLReport.render(input), to: "report/index.html", in: folder)
    try PDFReport.write(input, to: folder.appending(path: "report/report.pdf").path)
    for (name, figures) in FigureSets(input).sets {
      try FigureFiles.write(
        figures, to: folder.appending(path: "figures/\(name)").path, formats: [.svg])
    }
  }

  private func copy(_ source: URL, to target: URL) throws {
    let files = FileManager.default
    try files.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try files.copyItem(at: source, to: target)
  }

  private func write(_ text: String, to name: String, in folder: URL) throws {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// A cell a line, with its series but without its pictures.
  private func cells() throws -> String {
    try input.frame.cells.map { cell in
      var cell = cell
      cell.evaluation.snapshots = []
      return String(decoding: try Self.json(cell), as: UTF8.self)
    }.joined()
  }

  private var environments: Data {
    get throws {
      try Self.json(
        Dictionary(
          input.frame.runs.map { ($0.id, $0.environment.facts) }, uniquingKeysWith: { $1 }))
    }
  }

  private var readme: String {
    let suites = input.frame.suites.map { "\($0.title) (`\($0.id)`): \($0.reference)" }
    let codes = Set(input.frame.runs.compactMap { $0.environment.facts["code"] }).sorted()
    let ids = input.frame.suites.map(\.id).joined(separator: " ")
    return """
      # \(input.title)

      \(input.frame.cells.count) cells at the \(profile.rawValue) profile, made by Assay \
      \(Release.version), code \(codes.joined(separator: ", ")).

      \(suites.map { "- \($0)" }.joined(separator: "\n"))

      | file | what |
      | --- | --- |
      | `report/` | the report |
      | `figures/` | its figures |
      | `Suites/` | the suites, with every parameter |
      | `bundle/` | the numbers as a baseline: `assay baseline import bundle` |
      | `cells.jsonl` | a cell a line: key, resolved configuration, numbers and series |
      | `environment.json` | the machine and software of each run |
      | `manifest.json` | the SHA-256 of each file |

      To make the results again, with that code and the suites of this archive:

          assay run \(ids) --profile \(profile.rawValue)
          assay compare --baseline bundle --fail-on regression

      """
  }

  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value) + Data("\n".utf8)
  }

  /// Relative paths of all files below `folder`, sorted.
  private static func files(in folder: URL) throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    return paths.filter {
      var isFolder = ObjCBool(false)
      let path = folder.appending(path: $0).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }
}
