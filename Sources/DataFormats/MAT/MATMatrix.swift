import Experiment
import Foundation

/// Turns a matrix element of a .mat file into a variable.
struct MATMatrix {
  private static let complexFlag: UInt32 = 0x0800
  private static let character: UInt32 = 4
  private static let numeric: ClosedRange<UInt32> = 6...15
  private static let kinds: [UInt32: String] = [
    1: "a cell array", 2: "a structure", 3: "an object", 5: "a sparse matrix",
    16: "a function handle", 17: "an object",
  ]

  private var reader: MATElementReader
  private let order: MATByteOrder
  private let source: String

  /// The variable in `element`, or nil for a nameless one, which MATLAB keeps for itself.
  static func variable(
    in element: MATElementReader.Element, order: MATByteOrder, source: String
  ) throws -> MATFile.Variable? {
    if element.type == MATElementReader.compressed {
      let bytes = try MATInflation(source: source).inflate(element.body, order: order)
      var inner = MATElementReader(bytes, order: order, source: source)
      let unpacked = try inner.required("element in compressed bytes")
      guard unpacked.type != MATElementReader.compressed else {
        throw MATElementReader.damaged(source, "compressed bytes in compressed bytes")
      }
      return try variable(in: unpacked, order: order, source: source)
    }
    guard element.type == MATElementReader.matrix else {
      throw MATElementReader.damaged(source, "an element of type \(element.type)")
    }
    var matrix = MATMatrix(
      reader: MATElementReader(element.body, order: order, source: source), order: order,
      source: source)
    return try matrix.variable()
  }

  private mutating func variable() throws -> MATFile.Variable? {
    let flags = try flags()
    let kind = flags & 0xFF
    // An opaque object has no dimensions: its name comes next.
    let shape = kind == 17 ? [] : try shape()
    let name = String(decoding: try reader.required("name").body, as: UTF8.self)
    if name.isEmpty { return nil }
    guard let count = ArrayExtent.count(of: shape) else {
      throw reader.damaged("the variable '\(name)' of shape \(shape)")
    }
    if let unsupported = Self.kinds[kind] {
      return MATFile.Variable(name: name, content: .unsupported(unsupported))
    }
    if kind == Self.character {
      let rows = try rows(name, shape, count)
      return MATFile.Variable(name: name, content: .text(rows))
    }
    guard Self.numeric.contains(kind) else {
      throw reader.damaged("the variable '\(name)' of class \(kind)")
    }
    let real = try numbers(name, shape, count)
    let imaginary = flags & Self.complexFlag == 0 ? nil : try numbers(name, shape, count)
    let array = MATArray(shape: shape, values: real, imaginary: imaginary)
    return MATFile.Variable(name: name, content: .numbers(array))
  }

  private mutating func flags() throws -> UInt32 {
    let element = try reader.required("array flags")
    guard element.body.count == 8 else {
      throw reader.damaged("array flags of \(element.body.count) bytes")
    }
    return element.body.withUnsafeBytes { order.load($0, at: 0, as: UInt32.self) }
  }

  private mutating func shape() throws -> [Int] {
    let body = try reader.required("dimensions").body
    guard body.count >= 8, body.count % 4 == 0, body.count <= 4 * 64 else {
      throw reader.damaged("dimensions of \(body.count) bytes")
    }
    return body.withUnsafeBytes { bytes in
      (0..<(body.count / 4)).map { Int(order.load(bytes, at: 4 * $0, as: Int32.self)) }
    }
  }

  private mutating func numbers(_ name: String, _ shape: [Int], _ count: Int) throws -> [Double] {
    let element = try reader.required("numbers of '\(name)'")
    guard let values = MATNumbers(order: order).values(of: element) else {
      throw reader.damaged("numbers of type \(element.type) in '\(name)'")
    }
    guard values.count == count else {
      throw reader.damaged("\(values.count) numbers for the shape \(shape) of '\(name)'")
    }
    return FortranOrder.rowMajor(values, shape: shape)
  }

  private mutating func rows(_ name: String, _ shape: [Int], _ count: Int) throws -> [String] {
    let element = try reader.required("characters of '\(name)'")
    guard let units = MATNumbers(order: order).codeUnits(of: element) else {
      throw reader.damaged("characters of type \(element.type) in '\(name)'")
    }
    guard units.count == count else {
      throw reader.damaged("\(units.count) characters for the shape \(shape) of '\(name)'")
    }
    let width = shape[shape.count - 1]
    guard width > 0 else { return [] }
    let ordered = FortranOrder.rowMajor(units, shape: shape)
    return stride(from: 0, to: count, by: width).map {
      String(decoding: ordered[$0..<($0 + width)], as: UTF16.self)
    }
  }
}
