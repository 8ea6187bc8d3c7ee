import Tensors

/// A place on a tape: the result of an operation, a parameter, or a constant that is filled from
/// outside before each pass.
///
/// Buffers of results come from the tape's pool: they exist from the operation that writes them to
/// the next forward pass (training) or to their last reader (inference).
public final class Variable<S: Scalar> {
  enum Kind {
    case constant
    case input
    case parameter
    case result
  }

  /// The extent along each axis.
  public let shape: [Int]
  let kind: Kind
  let isDifferentiable: Bool
  /// The name of the parameter that it is.
  let parameterName: String?
  /// The segment of the tape after which its value is dropped.
  var segment: Int?
  /// The operation that took over its buffer.
  var taker: String?
  private var storage: Buffer<S>?
  private var gradientStorage: Buffer<S>?
  private(set) var hasGradient = false
  private(set) var readers = 0
  private var pendingReaders = 0

  init(
    shape: [Int], kind: Kind, isDifferentiable: Bool, storage: Buffer<S>? = nil,
    parameterName: String? = nil
  ) {
    self.parameterName = parameterName
    self.shape = shape
    self.kind = kind
    self.isDifferentiable = isDifferentiable
    self.storage = storage
  }

  convenience init(of parameter: Parameter<S>, gradient: Buffer<S>) {
    self.init(
      shape: parameter.shape, kind: .parameter, isDifferentiable: true, storage: parameter.value,
      parameterName: parameter.name)
    gradientStorage = gradient
  }

  /// The number of elements.
  public var count: Int { shape.reduce(1, *) }
  /// The extent of the first axis: samples, or rows.
  public var sampleCount: Int { shape.first ?? 1 }
  /// The elements under one index of the first axis.
  public var elementsPerSample: Int { count / max(sampleCount, 1) }

  /// The first element of the value; of a result, only after a forward pass.
  public var value: UnsafeMutablePointer<S> {
    guard let storage else { preconditionFailure("a variable of \(shape) has no value yet") }
    return storage.start
  }

  /// The first element of the gradient; only inside a backward pass, or of a parameter or input.
  public var gradient: UnsafeMutablePointer<S> {
    guard let gradientStorage else { preconditionFailure("a variable of \(shape) has no gradient") }
    return gradientStorage.start
  }

  /// A copy of the value.
  public var values: [S] { [S](UnsafeBufferPointer(start: value, count: count)) }

  /// A copy of the gradient of a parameter or input after a backward pass.
  public var gradientValues: [S] { [S](UnsafeBufferPointer(start: gradient, count: count)) }
}

extension Variable<Float> {
  /// A copy of the value.
  public var tensor: Tensor { Tensor(shape: shape, values: values) }
}

// The life of a value.
extension Variable {
  func registerReader() { readers += 1 }

  /// The place to write the value to, taken from `pool`.
  func open(_ pool: BufferPool<S>) -> UnsafeMutablePointer<S> {
    if storage == nil { storage = pool.take(count) }
    return value
  }

  /// Takes over the value of `other`, which is not read again.
  func adoptValue(of other: Variable<S>) -> UnsafeMutablePointer<S> {
    precondition(other.count == count && storage == nil, "a value of \(other.shape) cannot move")
    swap(&storage, &other.storage)
    return value
  }

  /// Puts `buffer` in the place of the value's buffer, which it returns.
  func exchangeStorage(for buffer: Buffer<S>?) -> Buffer<S>? {
    let old = storage
    storage = buffer
    return old
  }

  /// Gives everything that came from `pool` back before a new forward pass.
  func recycle(_ pool: BufferPool<S>) {
    pendingReaders = readers
    guard kind == .result else { return }
    releaseGradient(pool)
    dropValue(pool)
  }

  /// Gives the value's buffer back.
  func dropValue(_ pool: BufferPool<S>) {
    guard let storage else { return }
    pool.give(storage)
    self.storage = nil
  }

  /// Notes that one reader is done; the last one frees the value.
  func finishRead(_ pool: BufferPool<S>) {
    pendingReaders -= 1
    if kind == .result, pendingReaders == 0 { dropValue(pool) }
  }
}

// The life of a gradient.
extension Variable {
  /// Where a backward step puts its share of the gradient, and whether it is the first share.
  struct GradientSlot {
    let start: UnsafeMutablePointer<S>
    let accumulation: BLAS.Accumulation
  }

  func forgetGradient() { hasGradient = false }

  func gradientSlot(_ pool: BufferPool<S>) -> GradientSlot {
    if gradientStorage == nil { gradientStorage = pool.take(count) }
    let accumulation: BLAS.Accumulation = hasGradient ? .adding : .replacing
    hasGradient = true
    return GradientSlot(start: gradient, accumulation: accumulation)
  }

  /// Makes the gradient of `result`, which is not needed again, this variable's (or adds it).
  func receiveGradient(of result: Variable<S>, _ pool: BufferPool<S>) {
    guard isDifferentiable else { return }
    if kind == .result, gradientStorage == nil {
      swap(&gradientStorage, &result.gradientStorage)
      hasGradient = true
      return
    }
    let slot = gradientSlot(pool)
    slot.add(result.gradient, count: count)
  }

  /// Puts `buffer` in the place of the gradient's buffer, which it returns.
  func exchangeGradient(for buffer: Buffer<S>) -> Buffer<S> {
    guard let old = gradientStorage else {
      preconditionFailure("a variable of \(shape) has no gradient")
    }
    gradientStorage = buffer
    return old
  }

  func releaseGradient(_ pool: BufferPool<S>) {
    hasGradient = false
    guard kind == .result, let buffer = gradientStorage else { return }
    pool.give(buffer)
    gradientStorage = nil
  }
}
