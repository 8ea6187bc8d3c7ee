/// How much is run: the same code at other sizes; a result always carries its profile.
public enum Profile: String, Codable, Sendable, CaseIterable {
  /// Minutes on two cores, for CI. Its results are labelled as quick wherever they are shown.
  case quick
  /// Hours.
  case standard
  /// The published protocol.
  case paper
}
