extension SolveRecord {
  /// The dense output of the solve at `time` of its span, with the error of
  /// `RungeKuttaTableau.denseOrder`.
  public func state(at time: Double) -> [S] {
    let count = problem.initial.count
    return [S](unsafeUninitializedCapacity: count) { buffer, written in
      if let first = buffer.baseAddress { interpolate(at: time, into: first) }
      written = count
    }
  }

  /// Writes the dense output at `time`.
  func interpolate(at time: Double, into result: UnsafeMutablePointer<S>) {
    let count = problem.initial.count
    guard let index = stepIndex(at: time) else {
      return result.update(from: problem.initial, count: count)
    }
    let step = steps[index]
    let store = store(holding: index)
    guard time > step.time else { return result.update(from: store.start(of: index), count: count) }
    guard let stages = store.stages(of: index) else {
      preconditionFailure("dense output needs the stages of the steps")
    }
    let weights = tableau.denseWeights(at: min((time - step.time) / step.size, 1))
    stages.combine(
      Array(weights.prefix(tableau.stageCount)), scale: step.size, onto: store.start(of: index),
      into: result)
    guard weights.count > tableau.stageCount else { return }
    S.elements.axpy(
      count, S(step.size * (weights.last ?? 0)), endRate(of: index, store), result)
  }

  /// The last step that starts at or before `time`.
  private func stepIndex(at time: Double) -> Int? {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return steps.isEmpty ? nil : max(low - 1, 0)
  }
}
