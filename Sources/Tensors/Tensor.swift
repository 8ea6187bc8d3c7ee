/// A dense row-major array of 32-bit numbers: the form in which tensors pass between tasks, models
/// and files. Arithmetic lives in the engine (`Autodiff`); this is a plain value.
public struct Tensor: Sendable, Equatable {
  /// The extent along each axis, slowest first; empty for a scalar.
  public let shape: [Int]
  /// The elements in row-major order; its count is the product of `shape`.
  public var values: [Float]

  /// A tensor over `values`, whose count must be the product of `shape`.
  public init(shape: [Int], values: [Float]) {
    Requirement.check(
      values.count == shape.reduce(1, *),
      "\(values.count) values do not fill the shape \(shape)")
    self.shape = shape
    self.values = values
  }

  /// A tensor of `shape` with every element equal to `value`.
  public init(shape: [Int], repeating value: Float = 0) {
    self.init(shape: shape, values: [Float](repeating: value, count: shape.reduce(1, *)))
  }

  /// The number of elements.
  public var count: Int { values.count }

  /// The number of elements under one index of the first axis.
  public var rowCount: Int { shape.dropFirst().reduce(1, *) }

  /// The rows `indices` of the first axis, in that order.
  public func gathered(rows indices: [Int]) -> Tensor {
    let width = rowCount
    var gathered: [Float] = []
    gathered.reserveCapacity(indices.count * width)
    for index in indices {
      gathered.append(contentsOf: values[index * width..<(index + 1) * width])
    }
    return Tensor(shape: [indices.count] + shape.dropFirst(), values: gathered)
  }
}
