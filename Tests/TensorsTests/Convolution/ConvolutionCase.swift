import CKernels

/// A convolution with numbers to feed it, and its definition as plain loops in Double.
struct ConvolutionCase: Sendable, CustomStringConvertible {
  let shape: assay_convolution
  let output: [Int]
  let x: [Double]
  let weights: [Double]
  let bias: [Double]
  let outputGradient: [Double]

  var description: String {
    "\(shape.batch) x \(shape.input_channels)->\(shape.output_channels) in \(shape.groups) groups, "
      + "input \(shape.input), kernel \(shape.kernel), stride \(shape.stride), "
      + "dilation \(shape.dilation), padding \(shape.padding) of mode \(shape.padding_mode)"
  }

  init(shape: assay_convolution, seed: UInt64) {
    self.shape = shape
    var shape = shape
    var extents = (0, 0, 0)
    withUnsafeMutablePointer(to: &extents) {
      $0.withMemoryRebound(to: Int.self, capacity: 3) { assay_convolution_output(&shape, $0) }
    }
    output = [extents.0, extents.1, extents.2]
    // multiples of 1/64 below 1: products and sums of some thousands are exact in Double
    var state = seed &* 6_364_136_223_846_793_005 &+ 1
    func numbers(_ count: Int) -> [Double] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(Int(state >> 57) - 64) / 64
      }
    }
    let pixels = shape.input.0 * shape.input.1 * shape.input.2
    let taps = shape.kernel.0 * shape.kernel.1 * shape.kernel.2
    x = numbers(shape.batch * shape.input_channels * pixels)
    weights = numbers(shape.output_channels * (shape.input_channels / shape.groups) * taps)
    bias = numbers(shape.output_channels)
    outputGradient = numbers(shape.batch * shape.output_channels * output.reduce(1, *))
  }

  /// Calls `body` with the indices of output, input and weight of every product.
  func forEachProduct(_ body: (_ y: Int, _ x: Int, _ w: Int) -> Void) {
    let inputs = shape.input_channels / shape.groups
    let outputs = shape.output_channels / shape.groups
    let taps = places(Self.list(shape.kernel))
    let pixels = Self.list(shape.input).reduce(1, *)
    let reads = places(output).map { place in taps.map { self.pixel(place, $0) } }
    for row in 0..<shape.batch * shape.output_channels {
      let (sample, channel) = row.quotientAndRemainder(dividingBy: shape.output_channels)
      for (place, read) in reads.enumerated() {
        for input in 0..<inputs {
          let plane = sample * shape.input_channels + channel / outputs * inputs + input
          for (tap, pixel) in read.enumerated() {
            guard let pixel else { continue }
            body(
              row * reads.count + place, plane * pixels + pixel,
              (channel * inputs + input) * taps.count + tap)
          }
        }
      }
    }
  }

  /// The pixel that output `place` reads through tap `k`; nil for a zero of the padding.
  private func pixel(_ place: [Int], _ k: [Int]) -> Int? {
    let (extent, stride) = (Self.list(shape.input), Self.list(shape.stride))
    let (dilation, padding) = (Self.list(shape.dilation), Self.list(shape.padding))
    var index = 0
    for d in 0..<3 {
      var q = place[d] * stride[d] + k[d] * dilation[d] - padding[d]
      if q < 0 || q >= extent[d] {
        switch Int(shape.padding_mode) {
        case assay_padding_replicate: q = min(max(q, 0), extent[d] - 1)
        case assay_padding_periodic: q = (q + extent[d]) % extent[d]
        default: return nil
        }
      }
      index = index * extent[d] + q
    }
    return index
  }

  private func places(_ extent: [Int]) -> [[Int]] {
    (0..<extent[0]).flatMap { z in
      (0..<extent[1]).flatMap { y in (0..<extent[2]).map { [z, y, $0] } }
    }
  }

  private static func list(_ triple: (Int, Int, Int)) -> [Int] { [triple.0, triple.1, triple.2] }
}
