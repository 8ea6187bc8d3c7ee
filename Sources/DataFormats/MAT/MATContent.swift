/// What a variable of a .mat file holds.
public enum MATContent: Sendable, Equatable {
  /// Numbers or truth values (0 and 1).
  case numbers(MATArray)
  /// A character matrix, one string a row.
  case text([String])
  /// What this reader does not decode, as in `a cell array`.
  case unsupported(String)
}
