/// One array of a model's trainable parameters.
public struct ParameterGroup: Sendable, Equatable {
  /// Its name, as in `blocks.0.spectral.weights`.
  public let name: String
  /// Its values now.
  public let values: [Float]

  /// A group.
  public init(name: String, values: [Float]) {
    self.name = name
    self.values = values
  }
}
