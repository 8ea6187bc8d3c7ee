import Tensors

/// y = f(x Wᵀ + b) for x [rows, in], W [out, in], b [out]; or several such layers, one after the other.
///
/// A block of rows passes through all layers together, forward and backward, so that it and its
/// gradients stay in cache: only what the backward pass needs of each layer goes to memory. For eight
/// layers of 100 on 65,536 rows that takes a step from 0.41 to 0.37 s and from 278 to 229 MiB.
struct DenseProduct<S: Scalar>: Operation {
  struct Layer {
    let weight: Variable<S>
    let bias: Variable<S>?
    let stage: ActivationStage<S>

    var inputs: Int { weight.shape[1] }
    var outputs: Int { weight.shape[0] }
    var weights: MatrixView<S> { MatrixView(weight.value, rows: outputs, columns: inputs) }
  }

  let x: Variable<S>
  let layers: [Layer]

  /// Rows that pass together; from 256 to 512 are as fast for layers of 100, 128 and 1024 2 % slower.
  private var block: Int { 256 }
  private var inputs: Int { x.count / rows }
  private var rows: Int { layers[0].stage.output.shape[0] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    for layer in layers { _ = layer.stage.open(adopting: nil, pool) }
    for first in stride(from: 0, to: rows, by: block) {
      let count = min(block, rows - first)
      var from = x.value + first * inputs
      for layer in layers {
        let at = first * layer.outputs
        let z = (layer.stage.derivative ?? layer.stage.output).value + at
        BLAS.multiply(
          MatrixView(from, rows: count, columns: layer.inputs), layer.weights.transposed,
          into: MatrixView(z, rows: count, columns: layer.outputs))
        layer.stage.finish(z, from: at, rows: count, columns: layer.outputs, bias: layer.bias)
        from = layer.stage.output.value + at
      }
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    for layer in layers { clearGradients(layer, pool) }
    let inputSlot = x.isDifferentiable ? x.gradientSlot(pool) : nil
    var widest = 0
    for index in 1..<layers.count { widest = max(widest, layers[index].inputs) }
    let (even, odd) = (pool.take(block * widest), pool.take(block * widest))
    for first in stride(from: 0, to: rows, by: block) {
      let count = min(block, rows - first)
      var gradient = layers[layers.count - 1].stage.output.gradient
      gradient += first * layers[layers.count - 1].outputs
      var index = layers.count - 1
      while index > 0 {
        addGradients(index, gradient, first, count)
        let next = (index % 2 == 0 ? even : odd).start
        carry(layers[index], gradient, count, into: next, .replacing)
        gradient = next
        index -= 1
      }
      addGradients(0, gradient, first, count)
      guard let inputSlot else { continue }
      carry(
        layers[0], gradient, count, into: inputSlot.start + first * inputs,
        inputSlot.accumulation)
    }
    pool.give(even)
    pool.give(odd)
  }

  /// Makes the gradients of a layer's parameters such that shares can only be added.
  private func clearGradients(_ layer: Layer, _ pool: BufferPool<S>) {
    _ = layer.weight.gradientSlot(pool).cleared(count: layer.weight.count)
    guard let bias = layer.bias else { return }
    _ = bias.gradientSlot(pool).cleared(count: bias.count)
  }

  /// Turns the gradient of a layer's output, for a block of rows, into that of its linear map, in
  /// place, and adds the parameters' shares.
  private func addGradients(
    _ index: Int, _ gradient: UnsafeMutablePointer<S>, _ first: Int, _ count: Int
  ) {
    let layer = layers[index]
    let from = index == 0 ? x.value : layers[index - 1].stage.output.value
    layer.stage.backward(gradient, from: first * layer.outputs, count: count * layer.outputs)
    if let bias = layer.bias {
      S.reductions.columnSums(count, layer.outputs, gradient, bias.gradient)
    }
    BLAS.multiply(
      MatrixView(gradient, rows: count, columns: layer.outputs).transposed,
      MatrixView(from + first * layer.inputs, rows: count, columns: layer.inputs),
      into: MatrixView(layer.weight.gradient, rows: layer.outputs, columns: layer.inputs), .adding)
  }

  /// The gradient of a layer's input from that of its linear map.
  private func carry(
    _ layer: Layer, _ gradient: UnsafeMutablePointer<S>, _ count: Int,
    into target: UnsafeMutablePointer<S>, _ accumulation: BLAS.Accumulation
  ) {
    BLAS.multiply(
      MatrixView(gradient, rows: count, columns: layer.outputs), layer.weights,
      into: MatrixView(target, rows: count, columns: layer.inputs), accumulation)
  }
}
