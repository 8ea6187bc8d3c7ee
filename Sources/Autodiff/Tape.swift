import Tensors

/// A list of operations, recorded once and run as often as their constants are refilled.
///
/// `forward()` runs all of them in order, `backward(from:)` in reverse (reverse-mode differentiation:
/// Griewank & Walther, *Evaluating Derivatives*, 2nd ed., chapter 3). Values and gradients live in
/// pooled buffers, so that from the second pass on nothing is allocated. Shapes are fixed when an
/// operation is recorded; there is no hidden broadcasting.
public final class Tape {
  /// What the passes are for.
  public enum Mode {
    /// Values stay until the next forward pass, for `backward(from:)`.
    case training
    /// A value is freed after its last reader, and nothing is kept for a backward pass.
    case inference
  }

  private struct Entry {
    let operation: any Operation
    let inputs: [Variable]
    let output: Variable
  }

  /// What the passes are for.
  public let mode: Mode
  /// Where buffers come from; may be shared by tapes that do not run at the same time.
  public let pool: BufferPool
  private var entries: [Entry] = []
  private var temporaries: [Variable] = []
  private var parameters: [Variable] = []
  private var parameterIndices: [ObjectIdentifier: Int] = [:]

  /// An empty tape.
  public init(_ mode: Mode, pool: BufferPool = BufferPool()) {
    self.mode = mode
    self.pool = pool
  }

  deinit {
    for variable in temporaries { variable.recycle(pool) }
  }

  /// Numbers that the caller fills before each forward pass; zero at first.
  public func constant(_ shape: [Int]) -> Variable {
    Variable(
      shape: shape, kind: .constant, isDifferentiable: false,
      storage: FloatBuffer(count: shape.reduce(1, *)))
  }

  /// Numbers that never change.
  public func constant(_ tensor: Tensor) -> Variable {
    let variable = constant(tensor.shape)
    for (index, element) in tensor.values.enumerated() { variable.value[index] = element }
    return variable
  }

  /// The variable of `parameter`; one however often it is asked for.
  public func parameter(_ parameter: Parameter) -> Variable {
    if let index = parameterIndices[ObjectIdentifier(parameter)] { return parameters[index] }
    parameterIndices[ObjectIdentifier(parameter)] = parameters.count
    parameters.append(Variable(of: parameter))
    return parameters[parameters.count - 1]
  }

  /// Runs every operation.
  public func forward() {
    for variable in temporaries { variable.recycle(pool) }
    for entry in entries {
      entry.operation.forward(pool)
      guard mode == .inference else { continue }
      for input in entry.inputs { input.finishRead(pool) }
    }
  }

  /// Gradients of `result`, weighted with `seed` (ones when empty), with respect to every parameter.
  /// A parameter that `result` does not depend on gets zeros.
  public func backward(from result: Variable, seed: [Float] = []) {
    precondition(mode == .training, "a tape for inference keeps nothing for a backward pass")
    for variable in temporaries { variable.releaseGradient(pool) }
    for variable in parameters { variable.forgetGradient() }
    sow(seed, in: result)
    for entry in entries.reversed() where entry.output.hasGradient {
      entry.operation.backward(pool)
      entry.output.releaseGradient(pool)
    }
    for variable in parameters where !variable.hasGradient {
      variable.gradient.update(repeating: 0, count: variable.count)
    }
  }

  private func sow(_ seed: [Float], in result: Variable) {
    precondition(
      seed.isEmpty || seed.count == result.count, "a seed of \(seed.count) for \(result.shape)")
    let start = result.gradientSlot(pool).start
    for index in 0..<result.count { start[index] = seed.isEmpty ? 1 : seed[index] }
  }

  /// A variable for the result of an operation on `inputs`.
  func result(_ shape: [Int], of inputs: [Variable]) -> Variable {
    let differentiable = mode == .training && inputs.contains { $0.isDifferentiable }
    let variable = Variable(shape: shape, kind: .result, isDifferentiable: differentiable)
    temporaries.append(variable)
    return variable
  }

  /// Space that an operation keeps from its forward to its backward step.
  func keepsake(_ shape: [Int]) -> Variable {
    let variable = Variable(shape: shape, kind: .result, isDifferentiable: false)
    temporaries.append(variable)
    return variable
  }

  func record(_ operation: any Operation, reading inputs: [Variable], writing output: Variable) {
    for input in inputs { input.registerReader() }
    entries.append(Entry(operation: operation, inputs: inputs, output: output))
  }
}
