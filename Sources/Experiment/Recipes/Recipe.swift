/// The parameters of something on a shelf (task, model, metric, dataset), with a default for each.
///
/// Constructing a recipe does no work. A suite file's mapping is laid over the encoded defaults, so
/// an unknown key is refused and the *resolved* parameters can be stored. Optionals are not used: a
/// missing default would not be encoded and its key would be refused.
public protocol Recipe: Codable, Sendable {
  /// The recipe with every parameter at its default.
  init()
}
