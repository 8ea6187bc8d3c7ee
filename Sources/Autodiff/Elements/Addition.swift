import CKernels
import Tensors

/// y = a + b for equal shapes.
struct Addition: Operation {
  let a: Variable
  let b: Variable
  let output: Variable

  func forward(_ pool: BufferPool) {
    assay_sum(a.count, a.value, b.value, output.open(pool))
  }

  func backward(_ pool: BufferPool) {
    if a.isDifferentiable { a.gradientSlot(pool).add(output.gradient, count: a.count) }
    b.receiveGradient(of: output, pool)
  }
}

extension Tape {
  /// a + b, of equal shapes.
  public func sum(_ a: Variable, _ b: Variable) -> Variable {
    precondition(a.shape == b.shape, "\(a.shape) and \(b.shape) cannot be added")
    let y = result(a.shape, of: [a, b])
    record(Addition(a: a, b: b, output: y), reading: [a, b], writing: y)
    return y
  }
}
