import Foundation

/// Decodes the numbers of an element, which may be stored in a smaller type than their array has.
struct MATNumbers {
  let order: MATByteOrder

  /// The numbers, or nil when the element's type is not numeric or its size not a multiple of it.
  func values(of element: MATElementReader.Element) -> [Double]? {
    switch element.type {
    case 1: map(element.body, Int8.self) { Double($0) }
    case 2: map(element.body, UInt8.self) { Double($0) }
    case 3: map(element.body, Int16.self) { Double($0) }
    case 4: map(element.body, UInt16.self) { Double($0) }
    case 5: map(element.body, Int32.self) { Double($0) }
    case 6: map(element.body, UInt32.self) { Double($0) }
    case 7: map(element.body, UInt32.self) { Double(Float(bitPattern: $0)) }
    case 9: map(element.body, UInt64.self) { Double(bitPattern: $0) }
    case 12: map(element.body, Int64.self) { Double($0) }
    case 13: map(element.body, UInt64.self) { Double($0) }
    default: nil
    }
  }

  /// The UTF-16 code units of characters, or nil when the element's type holds none.
  func codeUnits(of element: MATElementReader.Element) -> [UInt16]? {
    switch element.type {
    case 1, 2: map(element.body, UInt8.self) { UInt16($0) }
    case 4, 17: map(element.body, UInt16.self) { $0 }
    case 16: Array(String(decoding: element.body, as: UTF8.self).utf16)
    case 18:
      map(element.body, UInt32.self) { $0 }.map {
        Array(String(decoding: $0, as: UTF32.self).utf16)
      }
    default: nil
    }
  }

  private func map<T: FixedWidthInteger, Value>(
    _ body: Data, _ type: T.Type, _ value: (T) -> Value
  ) -> [Value]? {
    let width = MemoryLayout<T>.size
    guard body.count % width == 0 else { return nil }
    return body.withUnsafeBytes { bytes in
      (0..<(body.count / width)).map { value(order.load(bytes, at: width * $0, as: T.self)) }
    }
  }
}
