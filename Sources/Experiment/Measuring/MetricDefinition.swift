/// One entry of the metric dictionary that every report shows.
public struct MetricDefinition: Codable, Sendable, Equatable {
  /// The heading in tables, as in `NMSE`.
  public let title: String
  /// The formula with its order of reduction over sample, time, channel and space.
  public let formula: String
  /// The unit, `1` when it has none.
  public let unit: String
  /// Which way is better.
  public let direction: Direction
  /// The values that it can take, as in `[0, ∞)`.
  public let range: String
  /// Changes when the numbers change; part of the cell key.
  public let version: Int

  /// A definition.
  public init(
    title: String, formula: String, unit: String, direction: Direction, range: String, version: Int
  ) {
    self.title = title
    self.formula = formula
    self.unit = unit
    self.direction = direction
    self.range = range
    self.version = version
  }
}
