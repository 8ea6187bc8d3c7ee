import CKernels
import Tensors

/// How the kernel of a convolution moves over an image of one to three dimensions.
public struct ConvolutionGeometry: Sendable, Equatable, Codable {
  /// What lies outside of the image.
  public enum PaddingMode: String, Sendable, Codable, CaseIterable {
    /// Zeros.
    case zero
    /// The nearest pixel.
    case replicate
    /// The image again; the padding must be smaller than the image.
    case periodic
  }

  /// Pixels from one place of the kernel to the next, for each dimension; empty for 1.
  public var stride: [Int]
  /// Pixels from one tap of the kernel to the next; empty for 1.
  public var dilation: [Int]
  /// Pixels added on either side; empty for 0.
  public var padding: [Int]
  /// What the added pixels are.
  public var paddingMode: PaddingMode
  /// Groups of channels that do not mix.
  public var groups: Int

  /// A geometry; by default that of a kernel that moves pixel by pixel within the image.
  public init(
    stride: [Int] = [], dilation: [Int] = [], padding: [Int] = [],
    paddingMode: PaddingMode = .zero, groups: Int = 1
  ) {
    self.stride = stride
    self.dilation = dilation
    self.padding = padding
    self.paddingMode = paddingMode
    self.groups = groups
  }
}

extension ConvolutionGeometry {
  /// The convolution of images [samples, channels, …extents] with weights [out, in / groups, …kernel].
  func shape(image: [Int], weights: [Int], in operation: String) -> assay_convolution {
    let dimensions = image.count - 2
    Requirement.check(
      (1...3).contains(dimensions) && weights.count == image.count
        && weights[1] * groups == image[1] && weights[0] % groups == 0,
      "\(operation): images of \(image) do not fit weights of \(weights) in \(groups) groups")
    for (name, list) in [("stride", stride), ("dilation", dilation), ("padding", padding)] {
      Requirement.check(
        list.isEmpty
          || list.count == dimensions && list.allSatisfy { $0 >= (name == "padding" ? 0 : 1) },
        "\(operation): a \(name) of \(list) for images of \(image)")
    }
    let (extents, kernel) = (Array(image.dropFirst(2)), Array(weights.dropFirst(2)))
    let padded = Self.list(padding, dimensions, 0)
    for d in 0..<dimensions {
      let reach = Self.list(dilation, dimensions, 1)[d] * (kernel[d] - 1) + 1
      Requirement.check(
        kernel[d] > 0 && extents[d] + 2 * padded[d] >= reach,
        "\(operation): a kernel of \(kernel) does not fit in images of \(image)")
      Requirement.check(
        paddingMode != .periodic || padded[d] < extents[d],
        "\(operation): a periodic padding of \(padded) for images of \(image)")
    }
    return assay_convolution(
      batch: image[0], groups: groups, input_channels: image[1], output_channels: weights[0],
      input: Self.triple(extents, 1), kernel: Self.triple(kernel, 1),
      stride: Self.triple(Self.list(stride, dimensions, 1), 1),
      dilation: Self.triple(Self.list(dilation, dimensions, 1), 1),
      padding: Self.triple(padded, 0), padding_mode: mode)
  }

  private var mode: Int32 {
    switch paddingMode {
    case .zero: Int32(assay_padding_zero)
    case .replicate: Int32(assay_padding_replicate)
    case .periodic: Int32(assay_padding_periodic)
    }
  }

  /// `list`, or `dimensions` times `value` for an empty one.
  static func list(_ list: [Int], _ dimensions: Int, _ value: Int) -> [Int] {
    list.isEmpty ? [Int](repeating: value, count: dimensions) : list
  }

  /// The last of three dimensions; those that are absent have `value`.
  static func triple(_ list: [Int], _ value: Int) -> (Int, Int, Int) {
    let all = [Int](repeating: value, count: 3 - list.count) + list
    return (all[0], all[1], all[2])
  }
}

extension assay_convolution {
  /// The extents of the result in its last `dimensions`.
  func outputExtents(_ dimensions: Int) -> [Int] {
    var copy = self
    var extents = [0, 0, 0]
    assay_convolution_output(&copy, &extents)
    return extents.suffix(dimensions)
  }

  /// Whether the kernel only tiles its image: each pixel is under one tap.
  var isTiling: Bool {
    groups == 1 && kernel == stride && padding == (0, 0, 0) && dilation == (1, 1, 1)
      && input.0 % kernel.0 == 0 && input.1 % kernel.1 == 0 && input.2 % kernel.2 == 0
  }
}
