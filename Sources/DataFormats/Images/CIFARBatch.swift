import Experiment
import Foundation

/// A batch of the binary version of CIFAR-10 (Krizhevsky 2009): for each image a byte with its class
/// and 3072 bytes of red, green and blue, each 32 x 32 and row by row.
public struct CIFARBatch: Sendable, Equatable {
  /// The number of classes.
  public static let classes = 10
  /// Channels, rows and columns of an image.
  public static let shape = [3, 32, 32]
  private static let pixels = 3 * 32 * 32
  /// More bytes than four official batches have.
  private static let limit = 1 << 27

  /// The class of each image, from 0.
  public let labels: [UInt8]
  /// The images, each [3, 32, 32].
  public let values: [UInt8]

  /// Reads the file at `url`, as `data_batch_1.bin`.
  /// - Throws: `AssayError` (bad input) for a foreign, cut or damaged file.
  public static func read(_ url: URL) throws -> CIFARBatch {
    try CIFARBatch(decoding: Inflation.read(url, limit: limit), source: url.path)
  }

  /// The batch in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) for foreign, cut or damaged data.
  public init(decoding data: Data, source: String) throws {
    let record = 1 + Self.pixels
    guard !data.isEmpty, data.count % record == 0 else {
      throw AssayError.badFile(
        source, found: "\(data.count) bytes",
        expected: "a multiple of \(record), one or more images",
        remedy: "copy the file again; the binary version is needed, not that for Python or Matlab")
    }
    let count = data.count / record
    var labels: [UInt8] = []
    var values: [UInt8] = []
    labels.reserveCapacity(count)
    values.reserveCapacity(count * Self.pixels)
    for image in 0..<count {
      let start = data.startIndex + image * record
      let label = data[start]
      guard label < Self.classes else {
        throw AssayError.badFile(
          source, found: "class \(label) at byte \(image * record)",
          expected: "0 to \(Self.classes - 1)",
          remedy: "check that it is a batch of CIFAR-10 (CIFAR-100 has two bytes of classes)")
      }
      labels.append(label)
      values.append(contentsOf: data[(start + 1)..<(start + record)])
    }
    self.labels = labels
    self.values = values
  }
}
