/// A loss of one predicted number p given its target y.
public enum PairLoss: Sendable, Equatable {
  /// |p - y|
  case absolute
  /// d² / 2 for |d| ≤ δ, else δ (|d| - δ / 2), with d = p - y and δ > 0 (Huber 1964)
  case huber(threshold: Double)
  /// -y log s - (1 - y) log(1 - s), with the sigmoid s of p
  case logistic
}
