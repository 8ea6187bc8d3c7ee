import Tensors

extension Tape {
  /// Runs forward once more and says which operation first gives a number that is not finite, and
  /// whether it was given one; nil when there is none.
  ///
  /// As everything on a tape is deterministic, this finds where a loss of the last pass went wrong. An
  /// operation whose last gradient failed and that knows why comes first, since the parameters that
  /// followed from it spoil everything after.
  public func firstNotFinite() -> NotFiniteValue? {
    if let failed = failedGradient { return failed }
    for variable in temporaries { variable.recycle(pool) }
    for index in entries.indices {
      let entry = entries[index]
      let given = entry.inputs.first { $0.firstNotFinite != nil }
      run(entry)
      if let given, given.kind != .result {
        return notFinite(
          at: index, element: given.firstNotFinite ?? 0,
          given.kind == .parameter ? .parameter : .input)
      }
      if let element = entry.output.firstNotFinite {
        return notFinite(
          at: index, element: element, .operation,
          reason: (entry.operation as? any FallibleOperation)?.failure ?? "")
      }
      dropInside(segmentEndingAt: index)
    }
    return nil
  }

  /// The operation that knows why the last backward pass has no finite gradient.
  private var failedGradient: NotFiniteValue? {
    for index in entries.indices.reversed() {
      let reason = (entries[index].operation as? any FallibleOperation)?.gradientFailure ?? ""
      if !reason.isEmpty { return notFinite(at: index, element: 0, .gradient, reason: reason) }
    }
    return nil
  }

  private func notFinite(
    at index: Int, element: Int, _ origin: NotFiniteValue.Origin, reason: String = ""
  ) -> NotFiniteValue {
    NotFiniteValue(
      operation: entries[index].name, layer: entries[index].layer,
      precedingLayer: entries[..<index].reversed().map(\.layer).first { !$0.isEmpty } ?? "",
      element: element, origin: origin, reason: reason)
  }
}

extension Variable {
  /// The row-major index of the first element that is not finite.
  var firstNotFinite: Int? {
    let index = S.reductions.firstNotFinite(count, value)
    return index < count ? index : nil
  }
}
