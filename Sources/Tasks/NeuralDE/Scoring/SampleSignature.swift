import Randomness

/// A few numbers that stand for a sample: random projections, which differ unless the samples are equal.
struct SampleSignature {
  private static let length = 8

  private let weights: [[Float]]

  /// Of samples of `count` numbers.
  init(count: Int) {
    weights = (0..<Self.length).map { row in
      var stream = NeuralStreams.stream("signature").stream(row)
      return (0..<count).map { _ in Float(stream.uniform(from: 0.5, to: 1.5)) }
    }
  }

  /// The numbers of `sample`.
  func callAsFunction(_ sample: some Sequence<Float>) -> [Float] {
    let values = Array(sample)
    return weights.map { row in
      var sum = 0.0
      for (index, value) in values.enumerated() { sum += Double(row[index]) * Double(value) }
      return Float(sum)
    }
  }
}
