import Tensors

extension Tape {
  /// The mean of (log v + (p - y)² / v) / 2 over all elements of equal shapes: the negative logarithm
  /// of a Gaussian likelihood without its constant (Nix & Weigend 1994; `torch.nn.GaussianNLLLoss`,
  /// but v is not bounded below): [].
  ///
  /// - Parameters:
  ///   - prediction: p
  ///   - variance: v > 0, as softplus makes it
  ///   - target: y
  /// - Returns: the loss
  public func gaussianLikelihoodLoss(
    mean prediction: Variable<S>, variance: Variable<S>, target: Variable<S>
  ) -> Variable<S> {
    let squares = power(difference(prediction, target), 2)
    let terms = sum(mapped(variance, by: .log), quotient(squares, variance))
    return scaled(mean(terms, over: Array(terms.shape.indices)), by: 0.5)
  }
}
