import CKernels
import Tensors

/// y = wᵀ ⋆ x + b, the adjoint of a convolution of y's images, for weights [in, out / groups, …kernel].
struct TransposedProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>?
  /// The convolution from images like y to images like x.
  let shape: assay_convolution
  let output: Variable<S>

  private var outputs: Int { output.shape[1] }
  private var points: Int { output.elementsPerSample / outputs }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    pool.withScratch(of: shape) { shape, scratch in
      S.convolutions.backwardData(shape, x.value, weight.value, 0, y, scratch)
    }
    guard let bias else { return }
    for sample in 0..<output.sampleCount {
      S.moves.biasRows(outputs, points, bias.value, y + sample * outputs * points)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dy = output.gradient
    let weights = weight.gradientSlot(pool).cleared(count: weight.count)
    pool.withScratch(of: shape) { shape, scratch in
      S.convolutions.backwardWeights(shape, dy, x.value, weights, scratch)
      guard x.isDifferentiable else { return }
      x.gradientSlot(pool).receive(count: x.count, pool) { dx in
        S.convolutions.forward(shape, dy, weight.value, nil, dx, scratch)
      }
    }
    bias?.addChannelSums(of: dy, shapedAs: output, pool)
  }
}

extension Tape {
  /// The transposed convolution of images of one to three dimensions, the adjoint of `convolution`:
  /// extents become stride (extent - 1) + dilation (kernel - 1) + 1 - 2 padding + outputPadding.
  ///
  /// - Parameters:
  ///   - x: [samples, in, …extents]
  ///   - weight: w, [in, out / groups, …kernel]
  ///   - bias: b, [out], or nil for none
  ///   - geometry: of the convolution that it is the adjoint of; its padding is of zeros
  ///   - outputPadding: pixels added at the end of the result; empty for none
  /// - Returns: [samples, out, …extents of the result]
  public func transposedConvolution(
    _ x: Variable<S>, weight: Parameter<S>, bias: Parameter<S>?,
    _ geometry: ConvolutionGeometry = ConvolutionGeometry(), outputPadding: [Int] = []
  ) -> Variable<S> {
    let extents = transposedExtents(x.shape, weight.shape, geometry, outputPadding)
    let channels = weight.shape[1] * geometry.groups
    let shape = geometry.shape(
      image: [x.sampleCount, channels] + extents, weights: weight.shape,
      in: "transposedConvolution")
    Requirement.check(
      shape.outputExtents(extents.count) == Array(x.shape.dropFirst(2)),
      "transposedConvolution: an output padding of \(outputPadding) for images of \(x.shape)")
    Requirement.check(
      bias.map { $0.shape == [channels] } ?? true,
      "transposedConvolution: a bias of \(bias?.shape ?? []) for weights of \(weight.shape)")
    let weight = parameter(weight)
    let bias = bias.map(parameter)
    let inputs = [x, weight] + [bias].compactMap(\.self)
    let y = result([x.sampleCount, channels] + extents, of: inputs)
    if shape.isTiling {
      let tiling = assay_tiling(
        channels: channels, input: ConvolutionGeometry.triple(Array(x.shape.dropFirst(2)), 1),
        kernel: shape.kernel)
      record(
        TilingProduct(x: x, weight: weight, bias: bias, tiling: tiling, output: y),
        reading: inputs, writing: y)
    } else {
      record(
        TransposedProduct(x: x, weight: weight, bias: bias, shape: shape, output: y),
        reading: inputs, writing: y)
    }
    return y
  }

  private func transposedExtents(
    _ image: [Int], _ weights: [Int], _ geometry: ConvolutionGeometry, _ outputPadding: [Int]
  ) -> [Int] {
    let dimensions = image.count - 2
    Requirement.check(
      (1...3).contains(dimensions) && weights.count == image.count && weights[0] == image[1]
        && geometry.paddingMode == .zero && [0, dimensions].contains(outputPadding.count),
      "transposedConvolution: images of \(image) do not fit weights of \(weights)")
    func list(_ list: [Int], _ value: Int) -> [Int] {
      ConvolutionGeometry.list(list, dimensions, value)
    }
    return (0..<dimensions).map { d in
      list(geometry.stride, 1)[d] * (image[d + 2] - 1)
        + list(geometry.dilation, 1)[d] * (weights[d + 2] - 1) + 1
        - 2 * list(geometry.padding, 0)[d] + list(outputPadding, 0)[d]
    }
  }
}
