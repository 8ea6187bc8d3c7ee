import CKernels
import Tensors

/// Every number of x at all points of a channel of its own.
struct Spreading: Operation {
  let x: Variable
  let output: Variable

  private var points: Int { output.count / x.count }

  func forward(_ pool: BufferPool) {
    let y = output.open(pool)
    for index in 0..<x.count {
      (y + index * points).update(repeating: x.value[index], count: points)
    }
  }

  func backward(_ pool: BufferPool) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    assay_row_sums(x.count, points, output.gradient, start)
  }
}

extension Tape {
  /// x [samples, channels] as constant fields [samples, channels, …points].
  public func spread(_ x: Variable, over points: [Int]) -> Variable {
    let y = result([x.sampleCount, x.elementsPerSample] + points, of: [x])
    record(Spreading(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
