import Experiment
import Foundation

/// The file form of a field snapshot: one line of JSON, then truth and prediction as little-endian
/// 32-bit numbers.
enum SnapshotFile {
  private struct Heading: Codable {
    let title: String
    let quantity: String
    let unit: String
    let height: Int
    let width: Int
    /// Absent in files of pictures that belong to no roll-out, and in those of earlier versions.
    let course: String?
    let step: Int?
  }

  static func data(_ snapshot: FieldSnapshot) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var data = try encoder.encode(
      Heading(
        title: snapshot.title, quantity: snapshot.quantity, unit: snapshot.unit,
        height: snapshot.height, width: snapshot.width, course: snapshot.course,
        step: snapshot.step))
    data.append(UInt8(ascii: "\n"))
    data.append(PackedSeries.data(snapshot.expected))
    data.append(PackedSeries.data(snapshot.predicted))
    return data
  }

  static func snapshot(_ data: Data, path: String) throws -> FieldSnapshot {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let heading = try? JSONDecoder().decode(Heading.self, from: data[..<end]),
      let values = PackedSeries.floats(Data(data[(end + 1)...])),
      values.count == 2 * heading.height * heading.width
    else {
      throw AssayError(
        .storeDamaged, where: path, found: "the file is not a field snapshot",
        expected: "a heading and two fields", remedy: "run its cell again with --force")
    }
    return FieldSnapshot(
      title: heading.title, quantity: heading.quantity, unit: heading.unit,
      height: heading.height, width: heading.width,
      expected: Array(values.prefix(values.count / 2)),
      predicted: Array(values.suffix(values.count / 2)), course: heading.course,
      step: heading.step)
  }
}
