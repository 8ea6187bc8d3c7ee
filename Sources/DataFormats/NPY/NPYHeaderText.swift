import Experiment

/// The Python dictionary in an .npy header: exactly the keys `descr`, `fortran_order` and `shape`.
struct NPYHeaderText {
  /// NPY_MAXDIMS of NumPy 2 (numpy/core/include/numpy/ndarraytypes.h).
  private static let greatestRank = 64

  let descr: String
  let order: NPYHeader.ElementOrder
  let shape: [Int]

  init(parsing text: String, source: String) throws {
    var scanner = PythonLiteralScanner(text)
    guard let fields = scanner.dictionary(),
      fields.keys.sorted() == ["descr", "fortran_order", "shape"],
      case .flag(let fortran) = fields["fortran_order"],
      case .numbers(let shape) = fields["shape"],
      let descr = fields["descr"]
    else {
      throw AssayError.badFile(
        source, found: "a header that reads \(text.prefix(80).trimmed)",
        expected: "a dictionary with 'descr', 'fortran_order' and 'shape'",
        remedy: "save the array with numpy.save")
    }
    if case .text(let name) = descr { self.descr = name } else { self.descr = "structured" }
    order = fortran ? .fortran : .c
    self.shape = shape
  }

  func header(dataOffset: Int, source: String) throws -> NPYHeader {
    let types: [String: (NPYHeader.ElementType, NPYHeader.ByteOrder)] = [
      "<f4": (.float32, .little), ">f4": (.float32, .big),
      "<f8": (.float64, .little), ">f8": (.float64, .big),
    ]
    guard let (type, byteOrder) = types[descr] else {
      throw AssayError.badFile(
        source, found: "numbers of type '\(descr.prefix(40))'",
        expected: "float32 or float64 ('<f4', '>f4', '<f8' or '>f8')",
        remedy: "save array.astype('float32') instead")
    }
    guard shape.count <= Self.greatestRank else {
      throw AssayError.badFile(
        source, found: "an array of \(shape.count) axes",
        expected: "at most \(Self.greatestRank) axes, as NumPy has",
        remedy: "save the array with numpy.save")
    }
    guard ArrayExtent.count(of: shape) != nil else {
      throw AssayError.badFile(
        source, found: "shape \(shape)", expected: "extents that fit into memory",
        remedy: "save the array with numpy.save")
    }
    return NPYHeader(
      elementType: type, byteOrder: byteOrder, elementOrder: order, shape: shape,
      dataOffset: dataOffset)
  }
}

extension Substring {
  fileprivate var trimmed: String { split(whereSeparator: \.isNewline).joined() }
}
