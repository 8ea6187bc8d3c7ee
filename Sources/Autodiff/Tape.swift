import Tensors

/// A list of operations, recorded once and run as often as their constants are refilled.
///
/// `forward()` runs all of them in order, `backward(from:)` in reverse (reverse-mode differentiation:
/// Griewank & Walther, *Evaluating Derivatives*, 2nd ed., chapter 3). Values and gradients live in
/// pooled buffers, so that from the second pass on nothing is allocated. Shapes are fixed when an
/// operation is recorded; there is no hidden broadcasting.
public final class Tape<S: Scalar> {
  /// What the passes are for.
  public enum Mode {
    /// Values stay until the next forward pass, for `backward(from:)`.
    case training
    /// A value is freed after its last reader, and nothing is kept for a backward pass.
    case inference
  }

  private struct Entry {
    let operation: any Operation<S>
    let inputs: [Variable<S>]
    let output: Variable<S>

    /// `DenseProduct` of `DenseProduct<Float>`.
    var name: String { String(String(describing: type(of: operation)).prefix { $0 != "<" }) }
  }

  /// What the passes are for.
  public let mode: Mode
  /// Where buffers come from; may be shared by tapes that do not run at the same time.
  public let pool: BufferPool<S>
  private var entries: [Entry] = []
  private var temporaries: [Variable<S>] = []
  /// Parameters and inputs: where gradients end.
  private var leaves: [Variable<S>] = []
  private var parameterIndices: [ObjectIdentifier: Int] = [:]

  /// An empty tape.
  public init(_ mode: Mode, pool: BufferPool<S> = BufferPool<S>()) {
    self.mode = mode
    self.pool = pool
  }

  deinit {
    for variable in temporaries { variable.recycle(pool) }
  }

  /// Numbers that the caller fills before each forward pass; zero at first.
  public func constant(_ shape: [Int]) -> Variable<S> {
    Variable(
      shape: shape, kind: .constant, isDifferentiable: false,
      storage: Buffer<S>(count: shape.reduce(1, *)))
  }

  /// Numbers that never change, as many as `shape` has elements.
  public func constant(_ shape: [Int], _ values: [S]) -> Variable<S> {
    let storage = Buffer<S>(count: shape.reduce(1, *))
    storage.load(values)
    return Variable(shape: shape, kind: .constant, isDifferentiable: false, storage: storage)
  }

  /// Numbers that the caller fills before each forward pass and wants gradients of; zero at first.
  public func input(_ shape: [Int]) -> Variable<S> {
    let variable = Variable<S>(
      shape: shape, kind: .input, isDifferentiable: mode == .training,
      storage: Buffer(count: shape.reduce(1, *)))
    leaves.append(variable)
    return variable
  }

  /// The variable of `parameter`; one however often it is asked for.
  public func parameter(_ parameter: Parameter<S>) -> Variable<S> {
    if let index = parameterIndices[ObjectIdentifier(parameter)] { return leaves[index] }
    parameterIndices[ObjectIdentifier(parameter)] = leaves.count
    leaves.append(Variable(of: parameter))
    return leaves[leaves.count - 1]
  }

  /// The names of the recorded operations' types, in order.
  public var operationNames: [String] { entries.map(\.name) }

  /// Runs every operation.
  public func forward() {
    for variable in temporaries { variable.recycle(pool) }
    for entry in entries {
      entry.operation.forward(pool)
      guard mode == .inference else { continue }
      for input in entry.inputs { input.finishRead(pool) }
    }
  }

  /// Gradients of `result`, weighted with `seed` (ones when empty), with respect to every parameter
  /// and input. One that `result` does not depend on gets zeros.
  public func backward(from result: Variable<S>, seed: [S] = []) {
    precondition(mode == .training, "a tape for inference keeps nothing for a backward pass")
    for variable in temporaries { variable.releaseGradient(pool) }
    for variable in leaves { variable.forgetGradient() }
    sow(seed, in: result)
    for entry in entries.reversed() where entry.output.hasGradient {
      entry.operation.backward(pool)
      entry.output.releaseGradient(pool)
    }
    for variable in leaves where !variable.hasGradient {
      let slot = variable.gradientSlot(pool)
      S.elements.fill(variable.count, 0, slot.start)
    }
  }

  private func sow(_ seed: [S], in result: Variable<S>) {
    precondition(
      seed.isEmpty || seed.count == result.count, "a seed of \(seed.count) for \(result.shape)")
    let start = result.gradientSlot(pool).start
    guard !seed.isEmpty else { return S.elements.fill(result.count, 1, start) }
    seed.withUnsafeBufferPointer { seed in
      if let first = seed.baseAddress { start.update(from: first, count: seed.count) }
    }
  }

  /// A variable for the result of an operation on `inputs`.
  func result(_ shape: [Int], of inputs: [Variable<S>]) -> Variable<S> {
    let differentiable = mode == .training && inputs.contains { $0.isDifferentiable }
    let variable = Variable<S>(shape: shape, kind: .result, isDifferentiable: differentiable)
    temporaries.append(variable)
    return variable
  }

  /// Space that an operation keeps from its forward to its backward step.
  func keepsake(_ shape: [Int]) -> Variable<S> {
    let variable = Variable<S>(shape: shape, kind: .result, isDifferentiable: false)
    temporaries.append(variable)
    return variable
  }

  func record(
    _ operation: any Operation<S>, reading inputs: [Variable<S>], writing output: Variable<S>
  ) {
    for input in inputs { input.registerReader() }
    entries.append(Entry(operation: operation, inputs: inputs, output: output))
  }
}

extension Tape<Float> {
  /// Numbers that never change.
  public func constant(_ tensor: Tensor) -> Variable<Float> {
    constant(tensor.shape, tensor.values)
  }
}
