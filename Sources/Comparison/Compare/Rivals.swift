/// The baseline's models that a new one is compared with.
public enum Rivals: String, Sendable, CaseIterable {
  /// On each task the one of rank 1 in the baseline. It is chosen by the data that it is then
  /// compared on, which favours it slightly.
  case best
  /// All of them.
  case all
}
