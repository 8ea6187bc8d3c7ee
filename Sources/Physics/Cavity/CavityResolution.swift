/// The internal grid of a cavity.
public struct CavityResolution: Sendable, Codable, Equatable {
  /// The number of cells along the lid.
  public let columns: Int
  /// The number of cells away from the lid.
  public let rows: Int
  /// How strongly cells gather at the walls: the tanh parameter of `GridAxis`; 0 is uniform.
  public let stretching: Double

  /// A grid from its numbers of cells.
  public init(columns: Int, rows: Int, stretching: Double) {
    self.columns = columns
    self.rows = rows
    self.stretching = stretching
  }
}
