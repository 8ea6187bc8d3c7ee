import Foundation

/// Turns the bytes after an .npy header into row-major 32-bit numbers.
struct NPYDecoding {
  let header: NPYHeader

  func values(of data: Data) -> [Float] {
    data.withUnsafeBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[header.dataOffset...])
      let flat = inFileOrder(body)
      return header.elementOrder == .c ? flat : FortranOrder.rowMajor(flat, shape: header.shape)
    }
  }

  private func inFileOrder(_ body: UnsafeRawBufferPointer) -> [Float] {
    let count = header.shape.reduce(1, *)
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      switch (header.elementType, header.byteOrder) {
      case (.float32, .little):
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: body)
      case (.float32, .big):
        for index in 0..<count {
          let bits = body.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
          buffer[index] = Float(bitPattern: UInt32(bigEndian: bits))
        }
      case (.float64, let order):
        for index in 0..<count {
          let bits = body.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self)
          let native = order == .little ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits)
          buffer[index] = Float(Double(bitPattern: native))
        }
      }
      initialized = count
    }
  }
}
