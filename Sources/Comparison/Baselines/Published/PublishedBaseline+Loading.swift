import Experiment
import Foundation

extension PublishedBaseline {
  static let valuesFile = "published.tsv"
  static let mappingFile = "mapping.tsv"
  static let valueColumns = [
    "suite", "table", "task", "model", "metric", "value", "exactness", "source",
  ]
  /// Columns that a file may have after these.
  static let optionalValueColumns = ["deviation"]
  static let optionalMappingColumns = ["factor"]
  static let mappingColumns = [
    "suite", "task", "model", "metric", "evaluation", "split", "position", "table", "paperTask",
    "paperModel", "paperMetric", "comparable",
  ]

  /// Reads the published baseline in `folder`.
  /// - Throws: `AssayError` (bad input) with file and line.
  public static func load(from folder: URL) throws -> PublishedBaseline {
    let folder = BaselineFolder(url: folder)
    let header = try folder.header(PublishedHeader.self, kind: .published)
    let values = try values(in: folder, sources: header.sources)
    let matches = try matches(in: folder, values: values)
    for file in [valuesFile, mappingFile] {
      try folder.requireUnedited(file, files: header.files)
    }
    return PublishedBaseline(
      id: header.id, title: header.title, reference: header.reference, values: values,
      matches: matches)
  }

  private static func values(in folder: BaselineFolder, sources: [String: String]) throws
    -> [PublishedValue]
  {
    var seen: Set<[String]> = []
    return try TabbedText.lines(
      of: try folder.text(valuesFile), columns: valueColumns, optional: optionalValueColumns,
      file: folder.fileName(valuesFile)
    ).map { line in
      guard let source = sources[line["source"]] else {
        throw line.error(
          found: "source '\(line["source"])'",
          expected: "one of \(sources.keys.sorted().joined(separator: ", "))")
      }
      guard ["exact", "digitised"].contains(line["exactness"]) else {
        throw line.error(
          found: "exactness '\(line["exactness"])'", expected: "exact or digitised")
      }
      guard seen.insert(Array(line.fields.prefix(5))).inserted else {
        throw line.error(found: "a second value of the same name", expected: "one value")
      }
      return PublishedValue(
        suite: line["suite"], table: line["table"], task: line["task"], model: line["model"],
        metric: line["metric"], value: try line.number("value"), source: source,
        exactness: line["exactness"], deviation: try deviation(line))
    }
  }

  private static func deviation(_ line: TabbedLine) throws -> Double? {
    let deviation = try line.optionalNumber("deviation")
    guard let deviation, deviation < 0 else { return deviation }
    throw line.error(found: "the deviation \(deviation)", expected: "0 or more")
  }

  private static func matches(in folder: BaselineFolder, values: [PublishedValue]) throws
    -> [PublishedMatch]
  {
    let byName = Dictionary(
      values.map { ([$0.suite, $0.table, $0.task, $0.model, $0.metric], $0) }
    ) { first, _ in first }
    return try TabbedText.lines(
      of: try folder.text(mappingFile), columns: mappingColumns, optional: optionalMappingColumns,
      file: folder.fileName(mappingFile)
    ).map { line in
      let name = ["suite", "table", "paperTask", "paperModel", "paperMetric"].map { line[$0] }
      guard let value = byName[name] else {
        throw line.error(
          found: "the paper's \(name.dropFirst().joined(separator: " / "))",
          expected: "a value of \(valuesFile)")
      }
      return PublishedMatch(
        suite: line["suite"], task: line["task"], model: line["model"],
        quantity: Quantity(
          metric: line["metric"], evaluation: line["evaluation"], split: line["split"]),
        position: try line.integer("position"),
        comparability: try line.choice("comparable", of: PublishedMatch.Comparability.self),
        value: value, factor: try line.optionalNumber("factor") ?? 1)
    }
  }
}
