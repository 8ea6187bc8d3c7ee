import Tensors

/// One complex factor a mode in memory that loops run over.
struct ModeFactors {
  private let pairs: Buffer<Double>

  init(_ symbol: SpectralSymbol) {
    pairs = Buffer(count: symbol.pairs.count)
    pairs.load(symbol.pairs)
  }

  /// y = factors · x; y may be x.
  func multiply(_ x: Buffer<Double>, into y: Buffer<Double>) {
    let (a, x, y) = (pairs.start, x.start, y.start)
    var index = 0
    while index < pairs.count {
      let (re, im) = (x[index], x[index + 1])
      y[index] = a[index] * re - a[index + 1] * im
      y[index + 1] = a[index] * im + a[index + 1] * re
      index += 2
    }
  }

  /// y += scale · factors · x.
  func add(_ x: Buffer<Double>, times scale: Double = 1, to y: Buffer<Double>) {
    let (a, x, y) = (pairs.start, x.start, y.start)
    var index = 0
    while index < pairs.count {
      let (re, im) = (scale * x[index], scale * x[index + 1])
      y[index] += a[index] * re - a[index + 1] * im
      y[index + 1] += a[index] * im + a[index + 1] * re
      index += 2
    }
  }
}
