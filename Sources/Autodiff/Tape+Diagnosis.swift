import Tensors

extension Tape {
  /// Runs forward once more and says which operation first gives a number that is not finite, and
  /// whether it was given one; nil when there is none.
  ///
  /// As everything on a tape is deterministic, this finds where a loss of the last pass went wrong.
  public func firstNotFinite() -> NotFiniteValue? {
    for variable in temporaries { variable.recycle(pool) }
    for index in entries.indices {
      let entry = entries[index]
      let given = entry.inputs.first { $0.firstNotFinite != nil }
      run(entry)
      if let given, given.kind != .result {
        return NotFiniteValue(
          operation: entry.name, layer: entry.layer, element: given.firstNotFinite ?? 0,
          origin: given.kind == .parameter ? .parameter : .input)
      }
      if let element = entry.output.firstNotFinite {
        return NotFiniteValue(
          operation: entry.name, layer: entry.layer, element: element, origin: .operation,
          reason: entry.operation.failure)
      }
      dropInside(segmentEndingAt: index)
    }
    return nil
  }
}

extension Variable {
  /// The row-major index of the first element that is not finite.
  var firstNotFinite: Int? {
    let index = S.reductions.firstNotFinite(count, value)
    return index < count ? index : nil
  }
}
