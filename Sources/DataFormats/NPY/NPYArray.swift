import Experiment
import Foundation
import Tensors

/// An array from an .npy file: float32 or float64, either byte order, C or Fortran order, any rank.
public struct NPYArray: Sendable, Equatable {
  /// How the numbers lay in the file.
  public let header: NPYHeader
  /// The numbers, row-major; float64 is rounded to the nearest float32.
  public let tensor: Tensor

  /// Reads the file at `url`, once.
  /// - Throws: `AssayError` (bad input) for a foreign, cut or padded file or another type of number.
  public static func read(_ url: URL) throws -> NPYArray {
    try NPYArray(decoding: try FileBytes.read(url), source: url.path)
  }

  /// The header of the file at `url`, after checking that the file is as long as it says.
  public static func header(of url: URL) throws -> NPYHeader {
    try checkedHeader(of: try FileBytes.read(url), source: url.path)
  }

  /// The array in `data`; `source` names it in errors.
  public init(decoding data: Data, source: String) throws {
    header = try Self.checkedHeader(of: data, source: source)
    let values = NPYDecoding(header: header).values(of: data)
    tensor = Tensor(shape: header.shape, values: values)
  }

  /// The index (one number an axis) of the first NaN or infinity, or nil.
  public var firstNonFinite: [Int]? {
    guard let flat = tensor.values.firstIndex(where: { !$0.isFinite }) else { return nil }
    var rest = flat
    return tensor.shape.reversed().map { extent in
      defer { rest /= extent }
      return rest % extent
    }.reversed()
  }

  private static func checkedHeader(of data: Data, source: String) throws -> NPYHeader {
    let header = try NPYHeader(parsing: data, source: source)
    let size = header.dataOffset + header.dataSize
    if data.count < size { throw NPYHeader.truncated(source, data.count, size) }
    guard data.count == size else {
      throw AssayError.badFile(
        source, found: "\(data.count) bytes", expected: "\(size) bytes by its header",
        remedy: "save the array with numpy.save")
    }
    return header
  }
}
