/// An evaluation of a rate with what it left behind.
public struct KeptRate<S: SolverScalar> {
  /// Holds what was kept, which is let go with the last reference.
  public let owner: AnyObject
  /// The rate, until its transposed product is taken.
  public let rate: UnsafePointer<S>

  /// The rate at `rate`, which `owner` holds.
  public init(owner: AnyObject, rate: UnsafePointer<S>) {
    (self.owner, self.rate) = (owner, rate)
  }
}
