import Tensors

/// Numbers that training changes, with the gradient of the last backward pass.
public final class Parameter<S: Scalar> {
  /// Its name within the network, as in `blocks.0.spectral.weight`.
  public let name: String
  /// The extent along each axis.
  public let shape: [Int]
  /// The numbers.
  public let value: Buffer<S>
  /// The gradient of the last backward pass of any tape that recorded the parameter.
  public let gradient: Buffer<S>

  /// A parameter of zeros.
  public init(name: String, shape: [Int]) {
    self.name = name
    self.shape = shape
    let count = shape.reduce(1, *)
    value = Buffer<S>(count: count)
    gradient = Buffer<S>(count: count)
  }

  /// The number of real scalars.
  public var count: Int { value.count }
}
