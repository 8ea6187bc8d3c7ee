import Foundation

/// Turns the bytes after an .npy header into row-major 32-bit numbers.
struct NPYDecoding {
  let header: NPYHeader

  func values(of data: Data) -> [Float] {
    data.withUnsafeBytes { bytes in
      let body = UnsafeRawBufferPointer(rebasing: bytes[header.dataOffset...])
      let flat = inFileOrder(body)
      return header.elementOrder == .c ? flat : rowMajor(flat)
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

  /// The elements with the last axis fastest, from those with the first axis fastest.
  private func rowMajor(_ flat: [Float]) -> [Float] {
    let shape = header.shape
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropFirst() { strides[axis] = strides[axis - 1] * shape[axis - 1] }
    var index = [Int](repeating: 0, count: shape.count)
    var source = 0
    return [Float](unsafeUninitializedCapacity: flat.count) { buffer, initialized in
      for target in 0..<flat.count {
        buffer[target] = flat[source]
        var axis = shape.count - 1
        while axis >= 0 {
          index[axis] += 1
          source += strides[axis]
          if index[axis] < shape[axis] { break }
          source -= strides[axis] * shape[axis]
          index[axis] = 0
          axis -= 1
        }
      }
      initialized = flat.count
    }
  }
}
