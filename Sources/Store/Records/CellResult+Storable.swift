import Experiment

extension CellResult {
  /// The result with texts that SQLite stores whole: it ends a text at a NUL, so that one in what a
  /// program told us becomes the visible sign for it (U+2400).
  var storable: CellResult {
    guard hasNUL else { return self }
    var result = self
    result.reason = StorableText.of(reason)
    result.facts = [:]
    for (name, value) in facts { result.facts[StorableText.of(name)] = StorableText.of(value) }
    result.evaluation.measurements = evaluation.measurements.map {
      Measurement(
        metric: StorableText.of($0.metric), split: StorableText.of($0.split),
        evaluation: StorableText.of($0.evaluation), position: $0.position,
        value: $0.value.reason.map { .missing(StorableText.of($0)) } ?? $0.value,
        sampleCount: $0.sampleCount, kind: $0.kind)
    }
    result.evaluation.curves = evaluation.curves.map {
      Curve(
        name: StorableText.of($0.name), axis: StorableText.of($0.axis), positions: $0.positions,
        values: $0.values)
    }
    return result
  }

  private var hasNUL: Bool {
    StorableText.hasNUL(reason)
      || facts.contains { StorableText.hasNUL($0.key) || StorableText.hasNUL($0.value) }
      || evaluation.measurements.contains {
        StorableText.hasNUL($0.metric) || StorableText.hasNUL($0.split)
          || StorableText.hasNUL($0.evaluation) || StorableText.hasNUL($0.value.reason ?? "")
      }
      || evaluation.curves.contains {
        StorableText.hasNUL($0.name) || StorableText.hasNUL($0.axis)
      }
  }
}
