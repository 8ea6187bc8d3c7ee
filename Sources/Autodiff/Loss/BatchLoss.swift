import Tensors

/// The loss of a batch, or the share in it of some of its samples.
public protocol BatchLoss<S>: AnyObject {
  associatedtype S: Scalar
  /// The loss as the end of its tape: [1].
  var end: Variable<S> { get }
  /// What the samples of the last forward pass bring into the loss.
  var terms: LossTerms { get }
  /// Makes the samples of the last forward pass a part of `batch`, so that gradients are shares in the
  /// loss of it all. To be called between the forward and the backward pass.
  func couple(to batch: BatchEnergy)
}

extension BatchLoss {
  /// `start` plus the share of the last forward pass in the loss of `batch`.
  public func value(within batch: BatchEnergy, from start: Double) -> Double {
    let terms = terms
    return terms.weighting.loss(
      errors: terms.errors, energies: terms.energies, within: batch, from: start)
  }
}
