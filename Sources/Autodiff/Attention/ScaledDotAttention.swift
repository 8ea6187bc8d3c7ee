import Tensors

/// y = softmax(q kᵀ / sqrt(d) + bias + mask) v for every group and head.
///
/// Only the probabilities are kept, one number for each pair of query and key.
struct ScaledDotAttention<S: Scalar>: Operation {
  let query: Variable<S>
  let key: Variable<S>
  let value: Variable<S>
  let mask: Variable<S>?
  let bias: Variable<S>?
  /// [groups, heads, n, m]
  let probabilities: Variable<S>
  let output: Variable<S>

  private var count: Int { groups * heads }
  private var groups: Int { query.shape[0] }
  private var heads: Int { query.shape[1] }
  private var queries: Int { query.shape[2] }
  private var keys: Int { key.shape[2] }
  private var scores: Int { queries * keys }
  private var scale: S { S(1 / Double(query.shape[3]).squareRoot()) }

  private func stack(_ x: Variable<S>, _ start: UnsafeMutablePointer<S>) -> MatrixStack<S> {
    MatrixStack(MatrixView(start, rows: x.shape[2], columns: x.shape[3]), count: count)
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let p = probabilities.open(pool)
    BLAS.multiply(
      each: stack(query, query.value), stack(key, key.value).transposed,
      into: stack(probabilities, p), scale: scale)
    for index in 0..<count {
      let at = p + index * scores
      if let bias {
        S.elements.axpy(scores, 1, bias.value + index % heads * scores, at)
      }
      if let mask {
        let group = index / heads % mask.shape[0]
        S.elements.axpy(scores, 1, mask.value + group * scores, at)
      }
    }
    S.functions.softmax(count * queries, keys, p, p)
    BLAS.multiply(
      each: stack(probabilities, p), stack(value, value.value),
      into: stack(output, output.open(pool)))
  }

  /// With P the probabilities: dV = Pᵀ dY, dS = P (dY Vᵀ - Σ P dY Vᵀ), dQ = dS K / sqrt(d) and
  /// dK = dSᵀ Q / sqrt(d).
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let dy = stack(output, output.gradient)
    let p = stack(probabilities, probabilities.value)
    if value.isDifferentiable {
      let slot = value.gradientSlot(pool)
      BLAS.multiply(each: p.transposed, dy, into: stack(value, slot.start), slot.accumulation)
    }
    let share = pool.take(probabilities.count)
    let ds = stack(probabilities, share.start)
    BLAS.multiply(each: dy, stack(value, value.value).transposed, into: ds)
    S.functions.softmaxBackward(count * queries, keys, probabilities.value, share.start)
    if let bias, bias.isDifferentiable {
      let slot = bias.gradientSlot(pool).cleared(count: bias.count)
      for group in 0..<groups {
        S.elements.axpy(heads * scores, 1, share.start + group * heads * scores, slot)
      }
    }
    if query.isDifferentiable {
      let slot = query.gradientSlot(pool)
      BLAS.multiply(
        each: ds, stack(key, key.value), into: stack(query, slot.start), slot.accumulation,
        scale: scale)
    }
    if key.isDifferentiable {
      let slot = key.gradientSlot(pool)
      BLAS.multiply(
        each: ds.transposed, stack(query, query.value), into: stack(key, slot.start),
        slot.accumulation, scale: scale)
    }
    pool.give(share)
  }
}

extension Tape {
  /// Scaled dot-product attention (Vaswani et al. 2017, equation 1) of every group and head.
  ///
  /// - Parameters:
  ///   - query: q, [groups, heads, n, d]
  ///   - key: k, [groups, heads, m, d]
  ///   - value: v, [groups, heads, m, e]
  ///   - mask: a constant [g, n, m] that is added to the scores, -infinity to forbid a pair; group i
  ///     takes i mod g, so that one mask serves all, or one each window of an image
  ///   - bias: [heads, n, m], added to the scores of every group
  /// - Returns: softmax(q kᵀ / sqrt(d) + bias + mask) v, [groups, heads, n, e]
  public func attention(
    query: Variable<S>, key: Variable<S>, value: Variable<S>, mask: Variable<S>? = nil,
    bias: Variable<S>? = nil
  ) -> Variable<S> {
    let (q, k, v) = (query.shape, key.shape, value.shape)
    Requirement.check(
      q.count == 4 && k.count == 4 && v.count == 4 && q.prefix(2) == k.prefix(2)
        && q[3] == k[3] && k.prefix(3) == v.prefix(3),
      "attention: queries of \(q), keys of \(k) and values of \(v) do not fit")
    Requirement.check(
      mask.map {
        $0.shape.count == 3 && $0.shape.suffix(2) == [q[2], k[2]] && q[0] % $0.shape[0] == 0
          && !$0.isDifferentiable
      } ?? true,
      "attention: a mask of \(mask?.shape ?? []) does not fit scores of \([q[0], q[2], k[2]])")
    Requirement.check(
      bias.map { $0.shape == [q[1], q[2], k[2]] } ?? true,
      "attention: a bias of \(bias?.shape ?? []) does not fit scores of \([q[1], q[2], k[2]])")
    let inputs = [query, key, value, mask, bias].compactMap(\.self)
    let y = result(q.dropLast() + [v[3]], of: inputs)
    let operation = ScaledDotAttention(
      query: query, key: key, value: value, mask: mask, bias: bias,
      probabilities: keepsake([q[0], q[1], q[2], k[2]]), output: y)
    record(operation, reading: inputs, writing: y)
    return y
  }
}
