import Experiment
import Foundation

/// Reads a value of R in its serialised form, big-endian (XDR) of version 2 or 3, after "R Internals",
/// section 1.8. Data are read; code, environments and compact vectors are refused or skipped.
struct RDSReader {
  /// Nesting beyond this is a damaged file.
  private static let deepest = 64
  private static let missingInteger = Int32.min

  private let bytes: [UInt8]
  private let source: String
  private var position = 0
  /// Symbols and environments, to which later places refer by number.
  private var references: [RValue] = []

  /// The value in `data`, unpacked.
  /// - Throws: `AssayError` (bad input) with the byte at which it is damaged or not supported.
  static func value(_ data: Data, source: String) throws -> RValue {
    var reader = RDSReader(bytes: [UInt8](data), source: source)
    try reader.head()
    let value = try reader.item(depth: 0)
    guard reader.position == reader.bytes.count else {
      throw reader.damaged("\(reader.bytes.count - reader.position) bytes behind the value")
    }
    return value
  }

  private init(bytes: [UInt8], source: String) {
    self.bytes = bytes
    self.source = source
  }

  private mutating func head() throws {
    guard bytes.starts(with: [UInt8(ascii: "X"), UInt8(ascii: "\n")]) else {
      throw damaged("no 'X' and line end, as the XDR form has")
    }
    position = 2
    let version = try integer()
    guard version == 2 || version == 3 else { throw damaged("version \(version)") }
    position += 8
    if version == 3 { position += try length(of: 1) }
  }

  private mutating func item(depth: Int) throws -> RValue {
    guard depth < Self.deepest else { throw damaged("lists nested deeper than \(Self.deepest)") }
    let flags = UInt32(bitPattern: try integer())
    let hasAttributes = flags & 0x200 != 0
    switch flags & 0xFF {
    case 254, 251: return RValue(.null)
    case 242, 241, 253, 252: return RValue(.other("environment"))
    case 247, 249: return try namedEnvironment(depth: depth)
    case 255: return try reference(flags)
    case 1: return try symbol(depth: depth)
    case 9: return RValue(.texts([try text()]))
    case 2: return RValue(.list([]), attributes: try pairs(flags, depth: depth))
    case 10:
      return try vector(hasAttributes, depth) {
        .truths(try $0.integers().map { $0.map { $0 != 0 } })
      }
    case 13: return try vector(hasAttributes, depth) { .integers(try $0.integers()) }
    case 14: return try vector(hasAttributes, depth) { .numbers(try $0.numbers()) }
    case 16: return try vector(hasAttributes, depth) { .texts(try $0.texts(depth: depth)) }
    case 19: return try vector(hasAttributes, depth) { .list(try $0.list(depth: depth)) }
    case let kind: throw damaged("a value of kind \(kind), which is not read")
    }
  }

  private mutating func vector(
    _ hasAttributes: Bool, _ depth: Int, _ content: (inout RDSReader) throws -> RValue.Content
  ) throws -> RValue {
    let content = try content(&self)
    guard hasAttributes else { return RValue(content) }
    let flags = UInt32(bitPattern: try integer())
    if flags & 0xFF == 254 { return RValue(content) }
    guard flags & 0xFF == 2 else { throw damaged("attributes of kind \(flags & 0xFF)") }
    return RValue(content, attributes: try pairs(flags, depth: depth))
  }

  /// A list of pairs whose first has `flags`, by their tags.
  private mutating func pairs(_ first: UInt32, depth: Int) throws -> [RValue.Attribute] {
    var pairs: [RValue.Attribute] = []
    var flags = first
    while flags & 0xFF == 2 {
      if flags & 0x200 != 0 { _ = try item(depth: depth + 1) }
      var name = ""
      if flags & 0x400 != 0, case .symbol(let tag) = try item(depth: depth + 1).content {
        name = tag
      }
      pairs.append(RValue.Attribute(name: name, value: try item(depth: depth + 1)))
      flags = UInt32(bitPattern: try integer())
    }
    guard flags & 0xFF == 254 else {
      throw damaged("a list of pairs that ends with kind \(flags & 0xFF)")
    }
    return pairs
  }

  private mutating func symbol(depth: Int) throws -> RValue {
    guard case .texts(let texts) = try item(depth: depth + 1).content, let name = texts.first ?? ""
    else { throw damaged("a symbol without a name") }
    references.append(RValue(.symbol(name)))
    return references[references.count - 1]
  }

  private mutating func namedEnvironment(depth: Int) throws -> RValue {
    guard try integer() == 0 else { throw damaged("names of an environment") }
    _ = try texts(depth: depth)
    references.append(RValue(.other("environment")))
    return references[references.count - 1]
  }

  /// An earlier symbol or environment; its number is in the flags, or behind them when it is large.
  private mutating func reference(_ flags: UInt32) throws -> RValue {
    let packed = Int(flags >> 8)
    let number = packed == 0 ? Int(try integer()) : packed
    guard (1...max(1, references.count)).contains(number), !references.isEmpty else {
      throw damaged("a reference to value \(number) of \(references.count)")
    }
    return references[number - 1]
  }

  private mutating func list(depth: Int) throws -> [RValue] {
    // An element has four bytes at least.
    let count = try length(of: 4)
    var values: [RValue] = []
    for _ in 0..<count { values.append(try item(depth: depth + 1)) }
    return values
  }

  private mutating func texts(depth: Int) throws -> [String?] {
    let count = try length(of: 8)
    var texts: [String?] = []
    for _ in 0..<count {
      guard UInt32(bitPattern: try integer()) & 0xFF == 9 else {
        throw damaged("a character vector with something else in it")
      }
      texts.append(try text())
    }
    return texts
  }

  private mutating func text() throws -> String? {
    let count = Int(try integer())
    if count == -1 { return nil }
    guard count >= 0, count <= bytes.count - position else {
      throw damaged("a text of \(count) bytes")
    }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  private mutating func integers() throws -> [Int?] {
    let count = try length(of: 4)
    return try (0..<count).map { _ in
      let value = try integer()
      return value == Self.missingInteger ? nil : Int(value)
    }
  }

  private mutating func numbers() throws -> [Double] {
    let count = try length(of: 8)
    defer { position += 8 * count }
    return (0..<count).map { index in
      let start = position + 8 * index
      return Double(bitPattern: bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) })
    }
  }

  /// A number of elements of `size` bytes or more each, which are there.
  private mutating func length(of size: Int) throws -> Int {
    let count = Int(try integer())
    guard count >= 0, count <= (bytes.count - position) / size else {
      throw damaged("\(count) elements in \(bytes.count - position) bytes")
    }
    return count
  }

  private mutating func integer() throws -> Int32 {
    guard position >= 0, position + 4 <= bytes.count else { throw damaged("an end in a number") }
    defer { position += 4 }
    return Int32(
      bitPattern: bytes[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  private func damaged(_ found: String) -> AssayError {
    .badFile(
      source, found: "\(found), at byte \(position) of \(bytes.count)",
      expected: "a value of R in its binary form (XDR)", remedy: "install the package again")
  }
}
