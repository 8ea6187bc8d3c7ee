import Tensors

/// loss = -Σ over rows of log softmax(x)[class] / rows, summed in Double.
struct CrossEntropy<S: Scalar>: Operation {
  let logits: Variable<S>
  let classes: PointList
  /// log softmax(x), kept for the backward step.
  let logarithms: Variable<S>
  let output: Variable<S>

  private var rows: Int { logits.shape[0] }
  private var columns: Int { logits.shape[1] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    Requirement.check(
      classes.indices.allSatisfy { $0 >= 0 && $0 < columns },
      "crossEntropy: a class is outside the columns of \(logits.shape)")
    let start = logarithms.open(pool)
    S.functions.logSoftmax(rows, columns, logits.value, start)
    var sum = 0.0
    for (row, column) in classes.indices.enumerated() {
      sum -= Double(start[row * columns + column])
    }
    output.open(pool)[0] = S(sum / Double(rows))
  }

  /// dx += (softmax(x) - [class]) dy / rows
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let share = pool.take(logits.count)
    let factor = output.gradient[0] / S(rows)
    S.functions.value(.exp, logits.count, logarithms.value, share.start)
    for (row, column) in classes.indices.enumerated() { share.start[row * columns + column] -= 1 }
    logits.gradientSlot(pool).add(factor, times: share.start, count: logits.count)
    pool.give(share)
  }
}

extension Tape {
  /// The mean over rows of -log softmax(logits)[class]: [1].
  ///
  /// - Parameters:
  ///   - logits: [rows, classes]
  ///   - classes: the right class of each row
  /// - Returns: the loss in nats
  public func crossEntropy(_ logits: Variable<S>, classes: PointList) -> Variable<S> {
    Requirement.check(
      logits.shape.count == 2 && logits.shape[0] == classes.count,
      "crossEntropy: \(classes.count) classes for logits of \(logits.shape)")
    let y = result([1], of: [logits])
    record(
      CrossEntropy(
        logits: logits, classes: classes, logarithms: keepsake(logits.shape), output: y),
      reading: [logits], writing: y)
    return y
  }
}
