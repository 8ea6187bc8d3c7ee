import Experiment

/// The classes of a decision that count, in the order of the sample.
struct CountedClasses {
  /// Logits.
  let logits: [Double]
  /// The truth: 1 for the right class.
  let shares: [Double]

  init(_ sample: ScoredField) {
    let counted = sample.expected.indices.filter {
      sample.weights.isEmpty || sample.weights[$0] != 0
    }
    logits = counted.map { Double(sample.predicted[$0]) }
    shares = counted.map { Double(sample.expected[$0]) }
  }

  /// Whether all logits are finite.
  var isFinite: Bool { logits.allSatisfy(\.isFinite) }
}
