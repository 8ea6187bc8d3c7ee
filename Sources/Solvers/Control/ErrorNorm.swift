/// How the scaled errors of all elements become one number.
public enum ErrorNorm: Sendable, Equatable, Codable {
  /// The root of the mean square over all elements (OrdinaryDiffEq, diffrax, torchdiffeq).
  case rootMeanSquare
  /// The largest.
  case maximum
  /// The largest over samples of the root mean square within a sample: a state of `samples` equal
  /// parts is as exact as its worst part, whatever the batch.
  case worstSample(samples: Int)
}
