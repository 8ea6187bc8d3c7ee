import CKernels
import Tensors

/// The windows that pooling reduces to one number each.
public struct PoolingWindow: Sendable, Equatable, Codable {
  /// The extents of a window.
  public var extents: [Int]
  /// Pixels from one window to the next; empty for windows side by side.
  public var stride: [Int]
  /// Pixels added on either side, at most half of the extents; empty for none.
  public var padding: [Int]

  /// Windows of `extents`.
  public init(_ extents: [Int], stride: [Int] = [], padding: [Int] = []) {
    self.extents = extents
    self.stride = stride
    self.padding = padding
  }

  /// The pooling of x [samples, channels, …extents], and the shape of the result.
  func shape(image: [Int], in operation: String) -> (pooling: assay_pooling, result: [Int]) {
    let dimensions = image.count - 2
    let step = stride.isEmpty ? extents : stride
    let padding = ConvolutionGeometry.list(padding, dimensions, 0)
    Requirement.check(
      (1...3).contains(dimensions) && extents.count == dimensions && step.count == dimensions
        && padding.count == dimensions && (extents + step).allSatisfy { $0 > 0 },
      "\(operation): windows of \(extents), stride \(step) for images of \(image)")
    let result = (0..<dimensions).map { d in
      Requirement.check(
        padding[d] >= 0 && 2 * padding[d] <= extents[d]
          && image[d + 2] + 2 * padding[d] >= extents[d],
        "\(operation): windows of \(extents), padding \(padding) for images of \(image)")
      return (image[d + 2] + 2 * padding[d] - extents[d]) / step[d] + 1
    }
    let pooling = assay_pooling(
      planes: image[0] * image[1], input: ConvolutionGeometry.triple(Array(image.dropFirst(2)), 1),
      kernel: ConvolutionGeometry.triple(extents, 1), stride: ConvolutionGeometry.triple(step, 1),
      padding: ConvolutionGeometry.triple(padding, 0),
      output: ConvolutionGeometry.triple(result, 1))
    return (pooling, Array(image.prefix(2)) + result)
  }
}
