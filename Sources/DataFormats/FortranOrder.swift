/// Arrays whose first axis is the fastest, as Fortran, MATLAB and some .npy files store them.
enum FortranOrder {
  /// The elements with the last axis fastest, from those with the first axis fastest.
  static func rowMajor<Element>(_ flat: [Element], shape: [Int]) -> [Element] {
    // Axes of one place order nothing, and a file may have many: without them the steps of the odometer
    // below are at most two for each element, on average.
    let shape = shape.filter { $0 != 1 }
    guard shape.count > 1 else { return flat }
    var strides = [Int](repeating: 1, count: shape.count)
    for axis in shape.indices.dropFirst() { strides[axis] = strides[axis - 1] * shape[axis - 1] }
    var index = [Int](repeating: 0, count: shape.count)
    var source = 0
    return [Element](unsafeUninitializedCapacity: flat.count) { buffer, initialized in
      for target in 0..<flat.count {
        buffer.initializeElement(at: target, to: flat[source])
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
