/// How many numbers each output of a layer sums over, and how many outputs each input reaches.
public struct Fans: Sendable, Equatable {
  /// Terms of an output.
  public let inputs: Int
  /// Outputs of an input.
  public let outputs: Int

  /// Given numbers.
  public init(inputs: Int, outputs: Int) {
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Those of a weight [out, in, …kernel], each times the kernel's points (torch's rule).
  public init(shape: [Int]) {
    precondition(shape.count > 1, "a weight of \(shape) has no fans")
    let points = shape.dropFirst(2).reduce(1, *)
    self.init(inputs: shape[1] * points, outputs: shape[0] * points)
  }
}
