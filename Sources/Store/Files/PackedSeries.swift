import Foundation

/// Numbers as little-endian bytes, the form of long series in the database and on the wire.
public enum PackedSeries {
  /// The bytes of `values`, eight each.
  public static func data(_ values: [Double]) -> Data {
    values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  /// The bytes of `values`, four each.
  public static func data(_ values: [Float]) -> Data {
    values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  /// The doubles that `data` packs; nil when its length does not fit.
  public static func doubles(_ data: Data) -> [Double]? {
    guard data.count % 8 == 0 else { return nil }
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)))
      }
    }
  }

  /// The floats that `data` packs; nil when its length does not fit.
  public static func floats(_ data: Data) -> [Float]? {
    guard data.count % 4 == 0 else { return nil }
    return data.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
  }
}
