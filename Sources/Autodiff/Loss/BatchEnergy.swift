/// What the squared targets of a batch add up to: all that couples its samples in a normalised error.
public struct BatchEnergy: Sendable, Equatable {
  /// Σ over samples of |y|².
  public private(set) var total = 0.0
  /// The samples with a nonzero target.
  public private(set) var counted = 0.0

  /// Of no samples.
  public init() {}

  /// Takes in the squared targets of more samples, in this order.
  public mutating func add(_ energies: [Double]) {
    for energy in energies {
      total += energy
      counted += energy == 0 ? 0 : 1
    }
  }
}
