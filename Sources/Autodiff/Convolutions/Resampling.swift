import CKernels
import Tensors

/// y = x at other places, between its pixels.
struct Resampling<S: Scalar>: Operation {
  let x: Variable<S>
  let table: ResamplingTable<S>
  /// Extents in three dimensions.
  let from: (Int, Int, Int)
  let to: (Int, Int, Int)
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    withShape { S.pools.resample($0, $1, x.value, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dx = x.gradientSlot(pool).cleared(count: x.count)
    withShape { S.pools.resampleBackward($0, $1, output.gradient, dx) }
  }

  private func withShape(_ body: (UnsafePointer<assay_resampling>, UnsafePointer<S>) -> Void) {
    table.low.withUnsafeBufferPointer { low in
      table.high.withUnsafeBufferPointer { high in
        table.weight.withUnsafeBufferPointer { weight in
          guard let first = weight.baseAddress else { return }
          var shape = assay_resampling(
            planes: x.shape[0] * x.shape[1], input: from, output: to, low: low.baseAddress,
            high: high.baseAddress)
          body(&shape, first)
        }
      }
    }
  }
}

extension Tape {
  /// x [samples, channels, …extents] at the places of a grid of other extents, finer or coarser.
  ///
  /// - Returns: [samples, channels, …extents of the result]
  public func resampled(
    _ x: Variable<S>, to extents: [Int], _ interpolation: Interpolation
  ) -> Variable<S> {
    Requirement.check(
      (3...5).contains(x.shape.count) && extents.count == x.shape.count - 2
        && (extents + x.shape).allSatisfy { $0 > 0 },
      "resampled: images of \(x.shape) cannot get the extents \(extents)")
    let input = [Int](repeating: 1, count: 5 - x.shape.count) + x.shape.dropFirst(2)
    let output = [Int](repeating: 1, count: 3 - extents.count) + extents
    let y = result(Array(x.shape.prefix(2)) + extents, of: [x])
    record(
      Resampling(
        x: x, table: ResamplingTable(from: input, to: output, interpolation),
        from: (input[0], input[1], input[2]), to: (output[0], output[1], output[2]), output: y),
      reading: [x], writing: y)
    return y
  }

  /// x [samples, channels, …extents] with `factor` times the pixels in each dimension.
  public func upsampled(
    _ x: Variable<S>, by factor: Int, _ interpolation: Interpolation
  ) -> Variable<S> {
    resampled(x, to: x.shape.dropFirst(2).map { $0 * factor }, interpolation)
  }
}
