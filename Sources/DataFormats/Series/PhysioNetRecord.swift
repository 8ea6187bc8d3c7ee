import Experiment
import Foundation

/// A record of the PhysioNet/Computing in Cardiology Challenge 2012 (set-a and set-b): a heading
/// `Time,Parameter,Value`, then one observation a line, with the time since admission as `HH:MM`.
public struct PhysioNetRecord: Sendable, Equatable {
  /// One line.
  public struct Observation: Sendable, Equatable {
    /// Minutes since admission.
    public let minutes: Int
    /// The parameter, as in `HR`.
    public let parameter: String
    /// The value in the parameter's own unit; −1 where a descriptor (as Height) is not known.
    public let value: Double
  }

  private static let heading = "Time,Parameter,Value"
  /// A record has some thousand lines of 20 bytes.
  private static let limit = 1 << 24
  /// The records end after two days; longer times are a damaged file.
  private static let longestMinutes = 100 * 60

  /// The number of the stay.
  public let identifier: Int
  /// Everything but the number, in the file's order; lines that name no parameter are left out.
  public let observations: [Observation]

  /// Reads the file at `url`, as `132539.txt`.
  /// - Throws: `AssayError` (bad input) with the line that is damaged.
  public static func read(_ url: URL) throws -> PhysioNetRecord {
    try PhysioNetRecord(decoding: Inflation.read(url, limit: limit), source: url.path)
  }

  /// The record in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) with the line that is damaged.
  public init(decoding data: Data, source: String) throws {
    func wrong(_ line: Int, _ found: String, _ expected: String) -> AssayError {
      .badFile(
        "\(source):\(line)", found: found, expected: expected,
        remedy: "copy the record again; outcomes are other files")
    }
    var identifier: Int?
    var observations: [Observation] = []
    for line in TextLines(data) {
      if line.number == 1 {
        guard line.bytes.elementsEqual(Self.heading.utf8) else {
          throw wrong(1, "'\(line.excerpt)'", "the heading \(Self.heading)")
        }
        continue
      }
      if line.bytes.isEmpty { continue }
      // A fourth part is enough to know that there are too many.
      let fields = line.bytes.split(
        separator: UInt8(ascii: ","), maxSplits: 3, omittingEmptySubsequences: false)
      guard fields.count == 3, let minutes = Self.minutes(fields[0]),
        let value = DecimalText.number(fields[2]), fields[1].count <= 32
      else {
        throw wrong(line.number, "'\(line.excerpt)'", "HH:MM, a parameter and a number")
      }
      let parameter = String(decoding: fields[1], as: UTF8.self)
      if parameter == "RecordID" {
        guard let number = Int(exactly: value), number > 0, identifier == nil else {
          throw wrong(line.number, "RecordID \(value)", "one positive integer a record")
        }
        identifier = number
      } else if !parameter.isEmpty {
        observations.append(Observation(minutes: minutes, parameter: parameter, value: value))
      }
    }
    guard let identifier else { throw wrong(1, "no RecordID", "its number in one of the lines") }
    self.identifier = identifier
    self.observations = observations
  }

  private static func minutes(_ text: ArraySlice<UInt8>) -> Int? {
    let parts = text.split(
      separator: UInt8(ascii: ":"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 2, (1...2).contains(parts[0].count),
      text.allSatisfy({ $0 == UInt8(ascii: ":") || (0x30...0x39).contains($0) }),
      let hours = DecimalText.number(parts[0]), let minutes = DecimalText.number(parts[1]),
      minutes < 60, Int(hours) * 60 < longestMinutes
    else { return nil }
    return Int(hours) * 60 + Int(minutes)
  }
}
