/// What a comparison says in a word.
public enum Verdict: String, Codable, Sendable {
  /// Better, by more than chance and by more than the margin.
  case better
  /// Worse, by more than chance and by more than the margin.
  case worse
  /// The same within the margin.
  case equivalent
  /// The interval is too wide to tell; more seeds are needed.
  case undecided
  /// One side has no value.
  case missing
}
