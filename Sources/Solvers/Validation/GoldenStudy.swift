/// A golden case solved by this package, beside its reference.
public struct GoldenStudy: Sendable {
  /// One number beside its reference.
  public struct Deviation: Sendable {
    /// What is compared.
    public let quantity: String
    /// Our number.
    public let ours: Double
    /// The reference's.
    public let reference: Double
    /// How far they may lie apart: rounding, see `GoldenStudy`.
    public let tolerance: Double

    /// The distance in units of the tolerance; at most 1 when the numbers agree.
    public var size: Double { abs(ours - reference) / tolerance }
  }

  /// Everything that was compared.
  public let deviations: [Deviation]

  /// The largest distance in units of its tolerance.
  public var worst: Deviation {
    deviations.reduce(deviations[0]) { $1.size > $0.size || $1.size.isNaN ? $1 : $0 }
  }

  /// The study of `reference`.
  public init(_ reference: GoldenReference) {
    var comparison = GoldenComparison(reference)
    comparison.compareSteps()
    comparison.compareRegularisers()
    comparison.compareGradients()
    comparison.compareLocal()
    deviations = comparison.deviations
  }
}
