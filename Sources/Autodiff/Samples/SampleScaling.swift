import CKernels
import Tensors

/// y[b] = s[b] x[b] or x[b] / s[b] with one constant number a sample.
struct SampleScaling: Operation {
  let x: Variable
  let scale: Variable
  let direction: Direction
  let output: Variable

  enum Direction {
    case multiply
    case divide
  }

  private func factor(_ sample: Int) -> Float {
    switch direction {
    case .multiply: scale.value[sample]
    case .divide: 1 / scale.value[sample]
    }
  }

  func forward(_ pool: BufferPool) {
    let y = output.open(pool)
    apply(from: x.value, to: y)
  }

  func backward(_ pool: BufferPool) {
    apply(from: output.gradient, to: output.gradient)
    x.receiveGradient(of: output, pool)
  }

  private func apply(from: UnsafeMutablePointer<Float>, to: UnsafeMutablePointer<Float>) {
    let count = x.elementsPerSample
    for sample in 0..<x.sampleCount {
      assay_scale(count, factor(sample), from + sample * count, to + sample * count)
    }
  }
}

extension Tape {
  /// x times its sample's number of `scale`, a constant [samples].
  public func multiplied(_ x: Variable, bySample scale: Variable) -> Variable {
    scaled(x, scale, .multiply)
  }

  /// x over its sample's number of `scale`, a constant [samples].
  public func divided(_ x: Variable, bySample scale: Variable) -> Variable {
    scaled(x, scale, .divide)
  }

  private func scaled(
    _ x: Variable, _ scale: Variable, _ direction: SampleScaling.Direction
  ) -> Variable {
    precondition(
      scale.count == x.sampleCount && !scale.isDifferentiable,
      "\(scale.shape) numbers do not scale the samples of \(x.shape)")
    let y = result(x.shape, of: [x])
    record(
      SampleScaling(x: x, scale: scale, direction: direction, output: y), reading: [x, scale],
      writing: y)
    return y
  }
}
