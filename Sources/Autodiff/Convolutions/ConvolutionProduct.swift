import CKernels
import Tensors

/// y = f(w ⋆ x + b) for images x [samples, in, …extents] and weights w [out, in / groups, …kernel].
struct ConvolutionProduct<S: Scalar>: Operation {
  let x: Variable<S>
  let weight: Variable<S>
  let bias: Variable<S>?
  let shape: assay_convolution
  let stage: ActivationStage<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let z = stage.open(adopting: nil, pool)
    pool.withScratch(of: shape) { shape, scratch in
      S.convolutions.forward(shape, x.value, weight.value, bias?.value, z, scratch)
    }
    stage.finish(from: 0, count: stage.output.count)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dz = stage.backward(from: 0, count: stage.output.count)
    let weights = weight.gradientSlot(pool).cleared(count: weight.count)
    pool.withScratch(of: shape) { shape, scratch in
      S.convolutions.backwardWeights(shape, x.value, dz, weights, scratch)
      guard x.isDifferentiable else { return }
      let slot = x.gradientSlot(pool)
      S.convolutions.backwardData(
        shape, dz, weight.value, slot.accumulation == .adding ? 1 : 0, slot.start, scratch)
    }
    bias?.addChannelSums(of: dz, shapedAs: stage.output, pool)
  }
}

extension Tape {
  /// The convolution (cross-correlation, as in torch) of images of one to three dimensions:
  ///
  ///     y[n, o, q] = f(b[o] + Σ over i, k of w[o, i, k] x[n, i, stride q + dilation k - padding])
  ///
  /// - Parameters:
  ///   - x: [samples, in, …extents]
  ///   - weight: w, [out, in / groups, …kernel]
  ///   - bias: b, [out], or nil for none
  ///   - geometry: stride, dilation, padding and groups
  ///   - activation: f
  /// - Returns: [samples, out, …extents of the result]
  public func convolution(
    _ x: Variable<S>, weight: Parameter<S>, bias: Parameter<S>?,
    _ geometry: ConvolutionGeometry = ConvolutionGeometry(), activation: Activation = .identity
  ) -> Variable<S> {
    let shape = geometry.shape(image: x.shape, weights: weight.shape, in: "convolution")
    Requirement.check(
      bias.map { $0.shape == [weight.shape[0]] } ?? true,
      "convolution: a bias of \(bias?.shape ?? []) for weights of \(weight.shape)")
    let weight = parameter(weight)
    let bias = bias.map(parameter)
    let inputs = [x, weight] + [bias].compactMap(\.self)
    let extents = shape.outputExtents(x.shape.count - 2)
    let y = result([x.sampleCount, weight.shape[0]] + extents, of: inputs)
    let stage = ActivationStage(activation, output: y, on: self)
    record(
      ConvolutionProduct(x: x, weight: weight, bias: bias, shape: shape, stage: stage),
      reading: inputs, writing: y)
    return y
  }
}
