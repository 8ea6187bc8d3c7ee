/// How the runs of two sides were set against each other.
public enum Pairing: String, Codable, Sendable {
  /// Seed by seed: both sides ran the same seeds.
  case paired
  /// As two groups of runs, since they have fewer than two seeds in common.
  case unpaired
}
