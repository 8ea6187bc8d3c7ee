/// What fills a tube before water enters.
public enum TubeContent: Sendable, Codable {
  /// Air, as in the dataset.
  case air
  /// Water: the flow of one fluid, which has an exact steady state.
  case water
}
