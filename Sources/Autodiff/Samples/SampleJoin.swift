import Tensors

/// The parts of each sample one after the other: concatenation along the second axis.
struct SampleJoin<S: Scalar>: Operation {
  let parts: [Variable<S>]
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    forEachPiece { part, sample, at in
      let count = part.elementsPerSample
      (y + at).update(from: part.value + sample * count, count: count)
    }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    var offset = 0
    for part in parts {
      let count = part.elementsPerSample
      defer { offset += count }
      guard part.isDifferentiable else { continue }
      let slot = part.gradientSlot(pool)
      for sample in 0..<output.sampleCount {
        slot.advanced(by: sample * count)
          .add(output.gradient + sample * output.elementsPerSample + offset, count: count)
      }
    }
  }

  private func forEachPiece(_ body: (_ part: Variable<S>, _ sample: Int, _ at: Int) -> Void) {
    for sample in 0..<output.sampleCount {
      var at = sample * output.elementsPerSample
      for part in parts {
        body(part, sample, at)
        at += part.elementsPerSample
      }
    }
  }
}

extension Tape {
  /// `parts`, each [samples, channels, …points], along the channel axis.
  public func joined(_ parts: [Variable<S>]) -> Variable<S> {
    Requirement.check(
      parts.allSatisfy {
        $0.sampleCount == parts[0].sampleCount
          && $0.shape.dropFirst(2) == parts[0].shape.dropFirst(2)
      }, "joined: parts of \(parts.map(\.shape)) cannot be joined along the channels")
    let channels = parts.map { $0.shape[1] }.reduce(0, +)
    let shape = [parts[0].sampleCount, channels] + parts[0].shape.dropFirst(2)
    let y = result(shape, of: parts)
    record(SampleJoin(parts: parts, output: y), reading: parts, writing: y)
    return y
  }

  /// Each sample of `parts` flattened, one after the other: [samples, all elements].
  public func flattened(_ parts: [Variable<S>]) -> Variable<S> {
    Requirement.check(
      parts.allSatisfy { $0.sampleCount == parts[0].sampleCount },
      "flattened: parts of \(parts.map(\.shape)) do not have the same samples")
    let count = parts.map(\.elementsPerSample).reduce(0, +)
    let y = result([parts[0].sampleCount, count], of: parts)
    record(SampleJoin(parts: parts, output: y), reading: parts, writing: y)
    return y
  }
}
