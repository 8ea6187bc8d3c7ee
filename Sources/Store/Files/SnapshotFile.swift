import Experiment
import Foundation

/// The file form of a field snapshot: one line of JSON, then truth and prediction as little-endian
/// 32-bit numbers, then, where the heading says so, the vectors of truth and prediction.
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
    /// True in files with vectors; absent otherwise, and in those of earlier versions.
    let vectors: Bool?

    /// How many numbers follow.
    var count: Int { (vectors == true ? 6 : 2) * height * width }
  }

  static func data(_ snapshot: FieldSnapshot) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var data = try encoder.encode(
      Heading(
        title: snapshot.title, quantity: snapshot.quantity, unit: snapshot.unit,
        height: snapshot.height, width: snapshot.width, course: snapshot.course,
        step: snapshot.step, vectors: snapshot.vectors.map { _ in true }))
    data.append(UInt8(ascii: "\n"))
    data.append(PackedSeries.data(snapshot.expected))
    data.append(PackedSeries.data(snapshot.predicted))
    if let vectors = snapshot.vectors {
      data.append(PackedSeries.data(vectors.expected))
      data.append(PackedSeries.data(vectors.predicted))
    }
    return data
  }

  static func snapshot(_ data: Data, path: String) throws -> FieldSnapshot {
    guard let end = data.firstIndex(of: UInt8(ascii: "\n")),
      let heading = try? JSONDecoder().decode(Heading.self, from: data[..<end]),
      let values = PackedSeries.floats(Data(data[(end + 1)...])),
      values.count == heading.count
    else {
      throw AssayError(
        .storeDamaged, where: path, found: "the file is not a field snapshot",
        expected: "a heading and two fields", remedy: "run its cell again with --force")
    }
    let cells = heading.height * heading.width
    func part(_ range: Range<Int>) -> [Float] {
      Array(values[range.lowerBound * cells..<range.upperBound * cells])
    }
    return FieldSnapshot(
      title: heading.title, quantity: heading.quantity, unit: heading.unit,
      height: heading.height, width: heading.width,
      expected: part(0..<1), predicted: part(1..<2), course: heading.course, step: heading.step,
      vectors: heading.vectors == true
        ? FieldSnapshot.Vectors(expected: part(2..<4), predicted: part(4..<6)) : nil)
  }
}
