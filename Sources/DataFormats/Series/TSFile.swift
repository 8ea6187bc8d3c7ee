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
  private static let limit = 1 << 30

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
        try head.take(String(decoding: bytes, as: UTF8.self), line: line.number)
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
    var parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let name = String(decoding: DecimalText.trimmed(parts.removeLast()), as: UTF8.self)
    guard let label = head.classes.firstIndex(of: name) else {
      throw head.wrong(
        line, "class '\(name.prefix(40))'", "one of \(head.classes.joined(separator: ", "))")
    }
    guard !parts.isEmpty, head.dimensions == 0 || parts.count == head.dimensions else {
      throw head.wrong(
        line, "\(parts.count) channels", "\(max(head.dimensions, 1)), as the head says")
    }
    let channels = try parts.enumerated().map { index, part in
      try part.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { field in
        if DecimalText.trimmed(field).elementsEqual([UInt8(ascii: "?")]) { return Double.nan }
        guard let value = DecimalText.number(field) else {
          throw head.wrong(
            line, "'\(String(decoding: field.prefix(40), as: UTF8.self))' in channel \(index + 1)",
            "a number or ?")
        }
        return value
      }
    }
    guard channels.allSatisfy({ $0.count == channels[0].count }) else {
      throw head.wrong(
        line, "channels of \(channels.map(\.count)) values", "as many values in every channel")
    }
    return Series(channels: channels, label: label)
  }
}
