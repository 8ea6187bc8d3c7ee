import Tensors

/// The same numbers under another shape.
struct Reshaping: Operation {
  let x: Variable
  let output: Variable

  func forward(_ pool: BufferPool) {
    output.open(pool).update(from: x.value, count: x.count)
  }

  func backward(_ pool: BufferPool) {
    x.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// x with every sample in the shape `shape`.
  public func reshaped(_ x: Variable, perSample shape: [Int]) -> Variable {
    precondition(
      shape.reduce(1, *) == x.elementsPerSample, "samples of \(x.shape) do not fill \(shape)")
    let y = result([x.sampleCount] + shape, of: [x])
    record(Reshaping(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
