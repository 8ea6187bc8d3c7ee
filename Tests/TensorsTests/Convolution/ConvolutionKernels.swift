import CKernels

/// The six kernels on the numbers of a case, with scratch full of NaN; results in Double.
struct ConvolutionKernels {
  var x: [Double]
  private let one: ConvolutionCase

  init(_ one: ConvolutionCase) {
    self.one = one
    x = one.x
  }

  func forward64() -> [Double] {
    var (shape, y, scratch) = (one.shape, one.outputGradient, scratch64)
    assay_convolution_forward_f64(&shape, x, one.weights, one.bias, &y, &scratch)
    return y
  }

  func backwardData64(onto start: Double? = nil) -> [Double] {
    var (shape, scratch) = (one.shape, scratch64)
    var gradient = [Double](repeating: start ?? .nan, count: x.count)
    assay_convolution_backward_data_f64(
      &shape, one.outputGradient, one.weights, start == nil ? 0 : 1, &gradient, &scratch)
    return gradient
  }

  func backwardWeights64() -> [Double] {
    var (shape, scratch) = (one.shape, scratch64)
    var gradient = [Double](repeating: 0, count: one.weights.count)
    assay_convolution_backward_weights_f64(&shape, x, one.outputGradient, &gradient, &scratch)
    return gradient
  }

  func forward32() -> [Double] {
    var (shape, scratch) = (one.shape, scratch32)
    var y = [Float](repeating: .nan, count: one.outputGradient.count)
    assay_convolution_forward_f32(
      &shape, Self.floats(x), Self.floats(one.weights), Self.floats(one.bias), &y, &scratch)
    return y.map(Double.init)
  }

  func backwardData32() -> [Double] {
    var (shape, scratch) = (one.shape, scratch32)
    var gradient = [Float](repeating: .nan, count: x.count)
    assay_convolution_backward_data_f32(
      &shape, Self.floats(one.outputGradient), Self.floats(one.weights), 0, &gradient, &scratch)
    return gradient.map(Double.init)
  }

  func backwardWeights32() -> [Double] {
    var (shape, scratch) = (one.shape, scratch32)
    var gradient = [Float](repeating: 0, count: one.weights.count)
    assay_convolution_backward_weights_f32(
      &shape, Self.floats(x), Self.floats(one.outputGradient), &gradient, &scratch)
    return gradient.map(Double.init)
  }

  private var scratch64: [Double] {
    var shape = one.shape
    return [Double](repeating: .nan, count: assay_convolution_scratch_f64(&shape))
  }

  private var scratch32: [Float] {
    var shape = one.shape
    return [Float](repeating: .nan, count: assay_convolution_scratch_f32(&shape))
  }

  private static func floats(_ numbers: [Double]) -> [Float] { numbers.map { Float($0) } }
}
