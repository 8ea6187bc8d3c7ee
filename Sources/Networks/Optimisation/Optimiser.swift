import Tensors

/// Moves the parameters of a network towards a lower loss, step by step.
public protocol Optimiser<S>: Resumable {
  /// Takes one step.
  ///
  /// A loss that is not finite leaves everything as it was.
  /// - Parameters:
  ///   - learningRate: the factor of the step
  ///   - evaluate: computes the loss at the parameters' present values and leaves its gradient in
  ///     the parameters; called once, or as often as a line search asks
  /// - Returns: the loss before the step
  mutating func step(learningRate: Double, _ evaluate: () -> Double) -> Double
}
