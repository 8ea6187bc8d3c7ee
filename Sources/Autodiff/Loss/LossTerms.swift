/// What samples bring into a loss: the parts of a quotient.
public struct LossTerms: Sendable, Equatable {
  /// The numerators, as squared errors.
  public let errors: [Double]
  /// The denominators, as squared targets; samples, where a loss is a mean over them.
  public let energies: [Double]
  /// How they become one number.
  public let weighting: ErrorWeighting

  /// Terms; as many of one kind as of the other.
  public init(errors: [Double], energies: [Double], weighting: ErrorWeighting) {
    self.errors = errors
    self.energies = energies
    self.weighting = weighting
  }
}
