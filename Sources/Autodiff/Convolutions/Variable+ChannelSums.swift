import Tensors

extension Variable {
  /// Adds to the gradient of this bias, [channels], the sums over samples and points of the numbers at
  /// `gradient`, which are shaped as `image`, [samples, channels, …points].
  func addChannelSums(
    of gradient: UnsafeMutablePointer<S>, shapedAs image: Variable<S>, _ pool: BufferPool<S>
  ) {
    let points = image.elementsPerSample / count
    let sums = gradientSlot(pool).cleared(count: count)
    for sample in 0..<image.sampleCount {
      S.reductions.rowSums(count, points, gradient + sample * count * points, sums)
    }
  }
}
