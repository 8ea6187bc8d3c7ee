import Tensors

/// Several arrays one after the other along one axis.
struct AxisJoin<S: Scalar>: Operation {
  struct Part {
    let variable: Variable<S>
    let move: StridedMove
    /// Its first element within the output.
    let offset: Int
  }

  let parts: [Part]
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    for part in parts { S.axes.copy(part.move, part.variable.value, y + part.offset) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    for part in parts where part.variable.isDifferentiable {
      part.variable.gradientSlot(pool).add(
        output.gradient + part.offset, along: part.move.reversed)
    }
  }
}

extension Tape {
  /// `parts`, of equal shapes but for `axis`, one after the other along it.
  public func concatenated(_ parts: [Variable<S>], axis: Int) -> Variable<S> {
    let shapes = parts.map(\.shape)
    Requirement.check(
      !parts.isEmpty && shapes[0].indices.contains(axis), "concatenated: no axis \(axis)")
    var shape = shapes[0]
    shape[axis] = 1
    Requirement.check(
      shapes.allSatisfy { other in
        other.count == shape.count
          && other.indices.allSatisfy { $0 == axis || other[$0] == shape[$0] }
      }, "concatenated: \(shapes) differ in more than axis \(axis)")
    shape[axis] = shapes.map { $0[axis] }.reduce(0, +)
    let to = StridedMove.strides(of: shape)
    var at = 0
    let places = parts.map { part in
      defer { at += part.shape[axis] * to[axis] }
      let move = StridedMove(
        extents: part.shape, from: StridedMove.strides(of: part.shape), to: to)
      return AxisJoin<S>.Part(variable: part, move: move, offset: at)
    }
    let y = result(shape, of: parts)
    record(AxisJoin(parts: places, output: y), reading: parts, writing: y)
    return y
  }
}
