/// The order of the bytes of a number in a .mat file.
enum MATByteOrder {
  case little
  case big

  /// The number at byte `offset`.
  func load<T: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, at offset: Int, as type: T.Type
  ) -> T {
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: T.self)
    return self == .little ? T(littleEndian: raw) : T(bigEndian: raw)
  }
}
