import Foundation
import Tensors

/// Writes float32 arrays in C order, byte for byte as `numpy.save` does (numpy/lib/format.py,
/// version 1.0 header).
public enum NPYWriter {
  private static let alignment = 64
  /// NumPy leaves room for the first extent to grow to so many digits (GROWTH_AXIS_MAX_DIGITS).
  private static let growthDigits = 21

  /// The bytes of the file.
  public static func encoded(_ tensor: Tensor) -> Data {
    var data = header(shape: tensor.shape)
    tensor.values.withUnsafeBytes { data.append(contentsOf: $0) }
    return data
  }

  /// Writes the file at `url` in one step.
  public static func write(_ tensor: Tensor, to url: URL) throws {
    try AtomicFile.write(encoded(tensor), to: url)
  }

  private static func header(shape: [Int]) -> Data {
    let extents = shape.map(String.init).joined(separator: ", ")
    let tuple = shape.count == 1 ? "(\(extents),)" : "(\(extents))"
    var text = "{'descr': '<f4', 'fortran_order': False, 'shape': \(tuple), }"
    if let first = shape.first {
      text += String(repeating: " ", count: growthDigits - String(first).count)
    }
    let prefix = NPYHeader.magic.count + 4
    let padding = alignment - (prefix + text.utf8.count + 1) % alignment
    let length = text.utf8.count + padding + 1
    var data = Data(NPYHeader.magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)])
    data.append(contentsOf: text.utf8)
    data.append(contentsOf: repeatElement(0x20, count: padding))
    data.append(0x0A)
    return data
  }
}
