import Tensors

/// Which elements a dropout sets to 0: a function of a seed and of their indices.
public final class DropoutMask {
  /// The probability of being set to 0.
  public let probability: Double
  /// What the mask belongs to; another one from step to step.
  public private(set) var seed: UInt64

  /// A mask of a probability in [0, 1).
  public init(probability: Double, seed: UInt64) {
    Requirement.check(
      probability >= 0 && probability < 1, "a dropout of \(probability) is not in [0, 1)")
    self.probability = probability
    self.seed = seed
  }

  /// Makes it the mask of another seed.
  public func redraw(_ seed: UInt64) {
    self.seed = seed
  }

  /// The elements whose 32 bits are below it are set to 0.
  var threshold: UInt32 { UInt32(probability * 0x1p32) }
}
