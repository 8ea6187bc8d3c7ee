import Tensors

/// f(x Wᵀ + b), to be recorded alone or as one of several layers.
public struct DenseLayer<S: Scalar> {
  /// W, [out, in]
  public let weight: Parameter<S>
  /// b, [out], or nil for none
  public let bias: Parameter<S>?
  /// f
  public let activation: Activation

  /// A layer of these.
  public init(weight: Parameter<S>, bias: Parameter<S>?, activation: Activation = .identity) {
    self.weight = weight
    self.bias = bias
    self.activation = activation
  }
}

extension Tape {
  /// y = f(x Wᵀ + b), row by row.
  ///
  /// - Parameters:
  ///   - x: [rows, in]
  ///   - weight: W, [out, in]
  ///   - bias: b, [out], or nil for none
  ///   - activation: f
  /// - Returns: [rows, out]
  public func dense(
    _ x: Variable<S>, weight: Parameter<S>, bias: Parameter<S>?, activation: Activation = .identity
  ) -> Variable<S> {
    dense(x, through: [DenseLayer(weight: weight, bias: bias, activation: activation)][...])
  }

  /// x through several layers, row by row, with the bits of one `dense` after the other.
  ///
  /// In training, blocks of rows pass through all layers at once, which saves the way of the gradients
  /// between layers through memory.
  ///
  /// - Parameters:
  ///   - x: [rows, in]
  ///   - layers: at least one, each with as many inputs as the one before has outputs
  /// - Returns: [rows, out]
  public func dense(_ x: Variable<S>, through layers: [DenseLayer<S>]) -> Variable<S> {
    Requirement.check(!layers.isEmpty, "dense: no layer for \(x.shape)")
    // in inference, values between layers are freed one by one
    guard mode == .inference else { return dense(x, through: layers[...]) }
    return layers.reduce(x) { dense($0, through: [$1][...]) }
  }

  private func dense(_ x: Variable<S>, through layers: ArraySlice<DenseLayer<S>>) -> Variable<S> {
    var shape = x.shape
    var inputs = [x]
    var recorded: [DenseProduct<S>.Layer] = []
    for layer in layers {
      Requirement.check(
        layer.weight.shape.count == 2 && shape.last == layer.weight.shape[1],
        "dense: rows of \(shape) do not fit weights of \(layer.weight.shape)")
      let (weight, bias) = (parameter(layer.weight), layer.bias.map(parameter))
      inputs += [weight, bias].compactMap(\.self)
      shape = [shape.reduce(1, *) / layer.weight.shape[1], layer.weight.shape[0]]
      let y = result(shape, of: inputs)
      let stage = ActivationStage(layer.activation, output: y, on: self)
      recorded.append(.init(weight: weight, bias: bias, stage: stage))
    }
    let y = recorded[recorded.count - 1].stage.output
    record(DenseProduct(x: x, layers: recorded), reading: inputs, writing: y)
    return y
  }
}
