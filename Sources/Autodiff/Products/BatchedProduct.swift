import Tensors

/// y[i] = a[i] b[i] for a stack of matrices, where one b may serve all.
struct BatchedProduct<S: Scalar>: Operation {
  let a: Variable<S>
  let b: Variable<S>
  /// Whether each a and each b is read transposed.
  let transposition: Tape<S>.Transposition
  let output: Variable<S>

  private var sharesB: Bool { b.shape.count < a.shape.count }
  /// Whether all matrices a are one tall matrix, so that one product does.
  private var isFlat: Bool { sharesB && !transposition.a }
  private var count: Int { isFlat ? 1 : output.shape.dropLast(2).reduce(1, *) }

  /// The matrices of `x` at `start`, read as stored.
  private func stack(_ x: Variable<S>, _ start: UnsafeMutablePointer<S>) -> MatrixStack<S> {
    let columns = x.shape[x.shape.count - 1]
    let isShared = x === b && sharesB
    let rows = isFlat && !isShared ? x.count / columns : x.shape[x.shape.count - 2]
    let first = MatrixView(start, rows: rows, columns: columns)
    return MatrixStack(first, count: count, step: isShared ? 0 : rows * columns)
  }

  private func left(_ start: UnsafeMutablePointer<S>) -> MatrixStack<S> {
    transposition.a ? stack(a, start).transposed : stack(a, start)
  }

  private func right(_ start: UnsafeMutablePointer<S>) -> MatrixStack<S> {
    transposition.b ? stack(b, start).transposed : stack(b, start)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    BLAS.multiply(each: left(a.value), right(b.value), into: stack(output, y))
  }

  /// dA = dY Bᵀ and dB = Aᵀ dY, or their transposes.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let gradient = stack(output, output.gradient)
    if a.isDifferentiable {
      let slot = a.gradientSlot(pool)
      let target = stack(a, slot.start)
      if transposition.a {
        BLAS.multiply(
          each: right(b.value), gradient.transposed, into: target, slot.accumulation)
      } else {
        BLAS.multiply(
          each: gradient, right(b.value).transposed, into: target, slot.accumulation)
      }
    }
    guard b.isDifferentiable else { return }
    let slot = b.gradientSlot(pool)
    let isAdded = sharesB
    let target = stack(b, isAdded ? slot.cleared(count: b.count) : slot.start)
    let accumulation = isAdded ? BLAS.Accumulation.adding : slot.accumulation
    if transposition.b {
      BLAS.multiply(each: gradient.transposed, left(a.value), into: target, accumulation)
    } else {
      BLAS.multiply(each: left(a.value).transposed, gradient, into: target, accumulation)
    }
  }
}

extension Tape {
  /// Which operands of a matrix product are read transposed.
  public enum Transposition: Sendable, CaseIterable {
    /// a b
    case neither
    /// aᵀ b
    case first
    /// a bᵀ
    case second

    var a: Bool { self == .first }
    var b: Bool { self == .second }
  }

  /// The matrix products of two stacks.
  ///
  /// - Parameters:
  ///   - a: […batch, n, k], or […batch, k, n] when it is read transposed
  ///   - b: […batch, k, m], or […batch, m, k] when it is read transposed; or one matrix for all
  ///   - transposition: what is read transposed
  /// - Returns: […batch, n, m]
  public func matrixProduct(
    _ a: Variable<S>, _ b: Variable<S>, transposing transposition: Transposition = .neither
  ) -> Variable<S> {
    let (left, right) = (a.shape, b.shape)
    Requirement.check(
      left.count > 1 && right.count > 1
        && (right.count == 2 || left.dropLast(2) == right.dropLast(2)),
      "matrixProduct: stacks of \(left) and \(right) do not fit")
    let (n, k) =
      transposition.a
      ? (left[left.count - 1], left[left.count - 2])
      : (left[left.count - 2], left[left.count - 1])
    let (inner, m) =
      transposition.b
      ? (right[right.count - 1], right[right.count - 2])
      : (right[right.count - 2], right[right.count - 1])
    Requirement.check(
      inner == k,
      "matrixProduct: \(n)x\(k) by \(inner)x\(m) of \(left) and \(right) do not fit")
    let y = result(left.dropLast(2) + [n, m], of: [a, b])
    record(
      BatchedProduct(a: a, b: b, transposition: transposition, output: y), reading: [a, b],
      writing: y)
    return y
  }

  /// Σ over c of a[b, c] t[b, c, …] at every point, the end of a DeepONet (Lu et al. 2021, equation
  /// 2, without its bias).
  ///
  /// - Parameters:
  ///   - a: [samples, channels], the branch
  ///   - t: [points, channels], the trunk of points that all samples share
  /// - Returns: [samples, points]
  public func channelDot(_ a: Variable<S>, _ t: Variable<S>) -> Variable<S> {
    Requirement.check(
      a.shape.count == 2 && t.shape.count == 2 && a.shape[1] == t.shape[1],
      "channelDot: \(a.shape) and \(t.shape) differ in their channels")
    return matrixProduct(a, t, transposing: .second)
  }
}
