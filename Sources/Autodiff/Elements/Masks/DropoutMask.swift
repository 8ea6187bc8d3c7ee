import Tensors

/// Which elements a dropout sets to 0: a function of their sample's seed and of their indices in it.
public final class DropoutMask {
  /// The probability of being set to 0.
  public let probability: Double
  /// What the mask belongs to, one number a sample; others from step to step.
  public private(set) var seeds: [UInt64]

  /// A mask of a probability in [0, 1).
  public init(probability: Double, seeds: [UInt64]) {
    Requirement.check(
      probability >= 0 && probability < 1, "a dropout of \(probability) is not in [0, 1)")
    self.probability = probability
    self.seeds = seeds
  }

  /// Replaces the seeds by what `draw` returns, sample by sample.
  public func redraw(_ draw: () -> UInt64) {
    for sample in seeds.indices { seeds[sample] = draw() }
  }

  /// The elements whose 32 bits are below it are set to 0.
  var threshold: UInt32 { UInt32(probability * 0x1p32) }
}
