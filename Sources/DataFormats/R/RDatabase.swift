import Experiment
import Foundation

/// The lazily loaded data of an R package: an index (`Rdata.rdx`, a packed list that gives the place of
/// each object) and the objects (`Rdata.rdb`, each with its unpacked length in four big-endian bytes and
/// packed by zlib, or, behind a byte that says so, stored or packed by LZMA2), as
/// `tools:::makeLazyLoadDB` writes them. Objects packed by bzip2 are refused.
public struct RDatabase: Sendable {
  /// The most bytes that an object or the index may unpack to.
  private static let limit = 1 << 26

  private let index: RValue
  private let objects: Data
  private let source: String

  /// Opens `Rdata.rdx` and `Rdata.rdb` in `folder`.
  /// - Throws: `AssayError` (bad input) when one is absent, or the index damaged.
  public init(in folder: URL) throws {
    let index = folder.appending(path: "Rdata.rdx")
    let objects = folder.appending(path: "Rdata.rdb")
    try self.init(
      index: FileBytes.read(index), objects: FileBytes.read(objects), source: objects.path,
      indexSource: index.path)
  }

  /// The database in these bytes; the sources name them in errors.
  /// - Throws: `AssayError` (bad input) when the index is damaged.
  public init(index: Data, objects: Data, source: String, indexSource: String) throws {
    let unpacked = try Inflation(limit: Self.limit, source: indexSource).unpack(index)
    let list = try RDSReader.value(unpacked, source: indexSource)
    guard case .list? = list["variables"]?.content else {
      throw AssayError.badFile(
        indexSource, found: "no list called variables",
        expected: "the index of an R package's data",
        remedy: "install the package again")
    }
    self.index = list
    self.objects = objects
    self.source = source
  }

  /// The names of the objects, in the index's order.
  public var names: [String] {
    index["variables"]?.attribute("names")?.texts?.compactMap { $0 } ?? []
  }

  /// The object called `name`.
  /// - Throws: `AssayError` (bad input) when it is absent, damaged, or not of a kind that is read.
  public func value(_ name: String) throws -> RValue {
    guard let place = index["variables"]?[name]?.numbers else {
      throw AssayError.badFile(
        source, found: "no object '\(Excerpt.text(name.utf8))'",
        expected: Excerpt.choice(of: names),
        remedy: "install another version of the package")
    }
    guard place.count == 2, let offset = Int(exactly: place[0]), let size = Int(exactly: place[1]),
      offset >= 0, size > 4, offset <= objects.count, size <= objects.count - offset
    else {
      throw damaged(name, "lies at bytes \(Array(place.prefix(3))) of \(objects.count)")
    }
    let start = objects.startIndex + offset
    let length = objects[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.limit else { throw damaged(name, "unpacks to \(length) bytes") }
    let unpacked = try unpacked(objects[(start + 4)..<(start + size)], length, name)
    guard unpacked.count == length else {
      throw damaged(name, "unpacks to \(unpacked.count) bytes instead of \(length)")
    }
    return try RDSReader.value(unpacked, source: location(of: name))
  }

  /// The bytes of the object `name`; above 1, `compressed` of the index means a byte for the way of packing.
  private func unpacked(_ packed: Data, _ length: Int, _ name: String) throws -> Data {
    let place = location(of: name)
    guard (index["compressed"]?.numbers?.first ?? 1) > 1, let kind = packed.first else {
      return try Inflation(limit: length, source: place).unpack(packed)
    }
    switch kind {
    case UInt8(ascii: "Z"):
      return try LZMA2(limit: length, source: place).unpack(packed.dropFirst())
    case UInt8(ascii: "0"): return packed.dropFirst()
    default: throw damaged(name, String(format: "is packed in the way %02x", kind))
    }
  }

  private func location(of name: String) -> String {
    "\(source), \(Excerpt.text(name.utf8))"
  }

  private func damaged(_ name: String, _ found: String) -> AssayError {
    .badFile(
      source, found: "'\(Excerpt.text(name.utf8))' \(found)",
      expected: "the data of an R package, packed by zlib or LZMA2",
      remedy: "install the package again")
  }
}
