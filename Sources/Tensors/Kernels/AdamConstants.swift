/// The numbers of one step of Adam (Kingma & Ba 2015, algorithm 1, in the form of `torch.optim.Adam`):
///
///     m = β1 m + (1 - β1) g,  v = β2 v + (1 - β2) g²,  w -= step m / (sqrt(v) / root + ε)
///
/// Each is rounded once to the precision of the parameters.
public struct AdamConstants: Sendable {
  /// The learning rate over 1 - β1^t
  public let step: Double
  /// β1
  public let beta1: Double
  /// β2
  public let beta2: Double
  /// ε
  public let epsilon: Double
  /// sqrt(1 - β2^t)
  public let root: Double

  /// The numbers of a step.
  public init(step: Double, beta1: Double, beta2: Double, epsilon: Double, root: Double) {
    self.step = step
    self.beta1 = beta1
    self.beta2 = beta2
    self.epsilon = epsilon
    self.root = root
  }
}
