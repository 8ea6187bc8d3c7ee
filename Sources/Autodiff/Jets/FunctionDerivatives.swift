import Tensors

/// A smooth function of each element of a variable, with its first two derivatives.
public struct FunctionDerivatives<S: Scalar> {
  /// f(x)
  public let value: Variable<S>
  /// f'(x)
  public let first: Variable<S>
  /// f''(x)
  public let second: Variable<S>
}
