import Experiment
import Foundation
import Tensors

/// Named arrays in one file: an 8-byte little-endian header length, a JSON header
/// `{"name":{"dtype":"F32","shape":[…],"data_offsets":[begin,end]},…}`, then the numbers, row-major
/// and little-endian (huggingface/safetensors, README "Format"). Only `F32` is read and written.
public struct Safetensors: Sendable, Equatable {
  /// The arrays by name.
  public var tensors: [String: Tensor]
  /// Free text by key, kept under `__metadata__`.
  public var metadata: [String: String]

  /// A set of named arrays.
  public init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The file's bytes: names in ascending order, the header padded with spaces to 8 bytes.
  public func encoded() throws -> Data {
    var entries: [String: SafetensorsHeader.Entry] = [:]
    var end = 0
    let names = tensors.keys.sorted()
    for name in names {
      guard let tensor = tensors[name] else { continue }
      let size = tensor.count * MemoryLayout<Float>.size
      entries[name] = .init(dtype: "F32", shape: tensor.shape, offsets: [end, end + size])
      end += size
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var header = try encoder.encode(SafetensorsHeader(entries: entries, metadata: metadata))
    header.append(contentsOf: repeatElement(0x20, count: (8 - header.count % 8) % 8))
    var data = Data(capacity: 8 + header.count + end)
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(header)
    for name in names { tensors[name]?.values.withUnsafeBytes { data.append(contentsOf: $0) } }
    return data
  }

  /// Writes the file at `url` in one step.
  public func write(to url: URL) throws {
    try AtomicFile.write(try encoded(), to: url)
  }

  /// The arrays of the file at `url`.
  public static func read(_ url: URL) throws -> Safetensors {
    try Safetensors(decoding: try FileBytes.read(url), source: url.path)
  }

  /// The arrays in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) when a length, a type or an offset is wrong.
  public init(decoding data: Data, source: String) throws {
    let (header, body) = try SafetensorsHeader.split(data, source: source)
    var tensors: [String: Tensor] = [:]
    for (name, entry) in header.entries {
      tensors[name] = try entry.tensor(called: name, in: data[body...], source: source)
    }
    _ = try SafetensorsLayout(header, byteCount: data.endIndex - body, source: source)
    self.init(tensors: tensors, metadata: header.metadata)
  }
}
