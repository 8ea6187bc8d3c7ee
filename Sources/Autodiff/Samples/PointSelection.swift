import Tensors

/// The values of fields at chosen points.
struct PointSelection: Operation {
  let x: Variable
  let points: PointList
  let output: Variable

  private var fieldSize: Int { x.elementsPerSample / x.shape[1] }
  private var fields: Int { x.sampleCount * x.shape[1] }

  func forward(_ pool: BufferPool) {
    let y = output.open(pool)
    for field in 0..<fields {
      let source = x.value + field * fieldSize
      let target = y + field * points.count
      for (index, point) in points.indices.enumerated() { target[index] = source[point] }
    }
  }

  func backward(_ pool: BufferPool) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    for field in 0..<fields {
      let source = output.gradient + field * points.count
      let target = start + field * fieldSize
      for (index, point) in points.indices.enumerated() { target[point] += source[index] }
    }
  }
}

extension Tape {
  /// The values of x [samples, channels, …points] at `points`: [samples, channels, chosen].
  public func values(of x: Variable, at points: PointList) -> Variable {
    let y = result([x.sampleCount, x.shape[1], points.count], of: [x])
    record(PointSelection(x: x, points: points, output: y), reading: [x], writing: y)
    return y
  }
}
