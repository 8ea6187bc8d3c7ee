import Experiment
import Foundation

/// Series of several channels with classes, in the `.ts` format of the UEA and UCR archives (Bagnall
/// et al. 2018, as sktime and aeon read and write it): a head of `@` lines, then one series a line,
/// channels separated by colons, the class last. Series may differ in length; time stamps are refused.
public struct TSFile: Sendable, Equatable {
  /// One series.
  public struct Series: Sendable, Equatable {
    /// The values, channel by channel, all of one length; NaN where the file has a question mark.
    public let channels: [[Double]]
    /// The place of its class among `classes`.
    public let label: Int

    /// The number of times.
    public var length: Int { channels.first?.count ?? 0 }
  }

  /// The most bytes that a file may unpack to.
  private static let limit = 1 << 28

  /// The name that the file gives itself.
  public let problem: String
  /// The classes in the order of the head.
  public let classes: [String]
  /// The series in the file's order; all have the same number of channels.
  public let series: [Series]

  /// Reads the file at `url`, plain or packed by gzip.
  /// - Throws: `AssayError` (bad input) with the line that is damaged or not supported.
  public static func read(_ url: URL) throws -> TSFile {
    try TSFile(decoding: Inflation.read(url, limit: limit), source: url.path)
  }

  /// The file in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) with the line that is damaged or not supported.
  public init(decoding data: Data, source: String) throws {
    var head = TSHead(source: source)
    var series: [Series] = []
    for line in TextLines(data) {
      let bytes = DecimalText.trimmed(line.bytes)
      if bytes.isEmpty || bytes.first == UInt8(ascii: "#") { continue }
      if head.isComplete {
        let found = try TSFile.series(bytes, line: line.number, head)
        if let first = series.first, first.channels.count != found.channels.count {
          throw head.wrong(
            line.number, "\(found.channels.count) channels",
            "\(first.channels.count), as in the first series")
        }
        series.append(found)
      } else {
        try head.take(bytes, line: line.number)
      }
    }
    guard head.isComplete, !series.isEmpty else {
      throw head.wrong(1, "no series", "@data and one series a line behind it")
    }
    problem = head.problem
    classes = head.classes
    self.series = series
  }

  private static func series(
    _ bytes: ArraySlice<UInt8>, line: Int, _ head: TSHead
  ) throws -> Series {
    let end = bytes.lastIndex(of: UInt8(ascii: ":"))
    let name = DecimalText.trimmed(bytes[(end.map { $0 + 1 } ?? bytes.startIndex)...])
    guard let label = head.places[String(decoding: name, as: UTF8.self)] else {
      throw head.wrong(line, "class '\(Excerpt.text(name))'", Excerpt.choice(of: head.classes))
    }
    let channels = try channels(bytes[..<(end ?? bytes.startIndex)], line: line, head)
    if let other = channels.firstIndex(where: { $0.count != channels[0].count }) {
      throw head.wrong(
        line,
        "\(channels[0].count) values in channel 1 and \(channels[other].count) in channel "
          + "\(other + 1)", "as many values in every channel")
    }
    return Series(channels: channels, label: label)
  }

  private static func channels(
    _ bytes: ArraySlice<UInt8>, line: Int, _ head: TSHead
  ) throws -> [[Double]] {
    let count = bytes.isEmpty ? 0 : bytes.count { $0 == UInt8(ascii: ":") } + 1
    let allowed = head.dimensions == 0 ? 1...TSHead.most : head.dimensions...head.dimensions
    guard allowed.contains(count) else {
      throw head.wrong(
        line, "\(count) channels",
        head.dimensions == 0 ? "1 to \(TSHead.most)" : "\(head.dimensions), as the head says")
    }
    return try TextFields(bytes, separator: ":").enumerated().map { index, part in
      try TextFields(part, separator: ",").map { field in
        if DecimalText.trimmed(field).elementsEqual([UInt8(ascii: "?")]) { return Double.nan }
        guard let value = DecimalText.number(field) else {
          throw head.wrong(
            line, "'\(Excerpt.text(field))' in channel \(index + 1)", "a number or ?")
        }
        return value
      }
    }
  }
}
