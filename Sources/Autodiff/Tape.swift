import Tensors

/// A list of operations, recorded once and run as often as their constants are refilled.
///
/// `forward()` runs all of them in order, `backward(from:)` in reverse (reverse-mode differentiation:
/// Griewank & Walther, *Evaluating Derivatives*, 2nd ed., chapter 3). Values and gradients live in
/// pooled buffers, so that from the second pass on nothing is allocated. Shapes are fixed when an
/// operation is recorded; there is no hidden broadcasting.
public final class Tape<S: Scalar> {
  /// What the passes are for.
  public enum Mode: Sendable {
    /// Values stay until the next forward pass, for `backward(from:)`.
    case training
    /// A value is freed after its last reader, and nothing is kept for a backward pass.
    case inference
  }

  /// Where the gradients of parameters go.
  public enum GradientPlace: Sendable {
    /// To the parameters: of one tape at a time.
    case parameters
    /// To buffers of the tape, so that tapes over the same parameters may run at the same time.
    case tape
  }

  /// What the passes are for.
  public let mode: Mode
  /// Where the gradients of parameters go.
  public let gradientPlace: GradientPlace
  /// Where buffers come from; may be shared by tapes that do not run at the same time.
  public let pool: BufferPool<S>
  var entries: [TapeEntry<S>] = []
  /// Results and what operations keep, in the order of recording.
  var temporaries: [Variable<S>] = []
  var segments: [TapeSegment] = []
  /// The segment that is being recorded.
  var openSegment: Int?
  /// Parameters and inputs: where gradients end.
  private var leaves: [Variable<S>] = []
  /// The parameters that were asked for, in this order.
  public private(set) var parameters: [Parameter<S>] = []
  private var parameterIndices: [ObjectIdentifier: Int] = [:]
  /// The name of what is being recorded.
  var label = ""
  /// Whether a backward pass may follow: operations may use up what they kept.
  var isFresh = false

  /// An empty tape.
  public init(
    _ mode: Mode, pool: BufferPool<S> = BufferPool<S>(), gradients: GradientPlace = .parameters
  ) {
    self.mode = mode
    self.pool = pool
    gradientPlace = gradients
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
    parameters.append(parameter)
    let gradient =
      gradientPlace == .parameters ? parameter.gradient : Buffer<S>(count: parameter.count)
    leaves.append(Variable(of: parameter, gradient: gradient))
    return leaves[leaves.count - 1]
  }

  /// The gradient of `parameter` from the last backward pass of this tape; nil when the tape has not
  /// recorded it.
  public func gradient(of parameter: Parameter<S>) -> UnsafeMutablePointer<S>? {
    parameterIndices[ObjectIdentifier(parameter)].map { leaves[$0].gradient }
  }

  /// Takes the gradient of `input` off the tape and leaves `spare`, of as many numbers, for the next.
  public func takeGradient(of input: Variable<S>, leaving spare: Buffer<S>) -> Buffer<S> {
    Requirement.check(
      input.kind == .input && spare.count == input.count,
      "takeGradient: \(spare.count) numbers for an input of \(input.shape)")
    return input.exchangeGradient(for: spare)
  }

  /// Runs every operation.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func forward() {
    for variable in temporaries { variable.recycle(pool) }
    for index in entries.indices {
      run(entries[index])
      dropInside(segmentEndingAt: index)
    }
    isFresh = true
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func run(_ entry: TapeEntry<S>) {
    entry.operation.forward(pool)
    guard mode == .inference else { return }
    for input in entry.inputs { input.finishRead(pool) }
  }

  /// Gradients of `result`, weighted with `seed` (ones when empty), with respect to every parameter
  /// and input. One that `result` does not depend on gets zeros. Each backward pass needs a forward
  /// pass of its own, since operations may use up what they kept.
  public func backward(from result: Variable<S>, seed: [S] = []) {
    Requirement.check(
      seed.isEmpty || seed.count == result.count, "a seed of \(seed.count) for \(result.shape)")
    guard !seed.isEmpty else {
      return backward(from: result) { S.elements.fill(result.count, 1, $0) }
    }
    seed.withUnsafeBufferPointer { weights in
      if let first = weights.baseAddress { backward(from: result, weights: first) }
    }
  }

  /// As `backward(from:seed:)`, with as many weights at `weights` as `result` has numbers.
  ///
  /// - Parameters:
  ///   - result: where the way back starts
  ///   - weights: its gradient
  ///   - parameters: whether the gradients of parameters replace those of the backward pass before or are
  ///     added to them
  public func backward(
    from result: Variable<S>, weights: UnsafePointer<S>,
    parameters: BLAS.Accumulation = .replacing
  ) {
    backward(from: result, parameters: parameters) {
      $0.update(from: weights, count: result.count)
    }
  }

  /// As `backward(from:weights:parameters:)`, with weights that `sow` writes, all of them, to where it is
  /// told.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func backward(
    from result: Variable<S>, parameters: BLAS.Accumulation = .replacing,
    sow: (UnsafeMutablePointer<S>) -> Void
  ) {
    Requirement.check(mode == .training, "a tape for inference keeps nothing for a backward pass")
    Requirement.check(isFresh, "a second backward pass needs another forward pass before it")
    isFresh = false
    for variable in temporaries { variable.releaseGradient(pool) }
    for variable in leaves where parameters == .replacing || variable.kind != .parameter {
      variable.forgetGradient()
    }
    sow(result.gradientSlot(pool).start)
    var restored: Int?
    for index in entries.indices.reversed() where entries[index].output.hasGradient {
      restore(segmentOf: index, &restored)
      entries[index].operation.backward(pool)
      entries[index].output.releaseGradient(pool)
    }
    dropAll(of: restored)
    for variable in leaves where !variable.hasGradient {
      let slot = variable.gradientSlot(pool)
      S.elements.fill(variable.count, 0, slot.start)
    }
  }
}

extension Tape<Float> {
  /// Numbers that never change.
  public func constant(_ tensor: Tensor) -> Variable<Float> {
    constant(tensor.shape, tensor.values)
  }
}
