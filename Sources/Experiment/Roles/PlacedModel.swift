/// A model that is a program of its own: it tells facts of itself, and has to be ended.
public protocol PlacedModel: Model {
  /// What is known of the program, by name, as `software torch`.
  var facts: [String: String] { get }
  /// Ends the program and all that it started; a second call does nothing.
  /// - Returns: the most memory that the program had, in MiB; 0 when it is not known
  /// - Throws: `ModelFailure` when its end shows that it broke its protocol
  func end() throws -> Double
}
