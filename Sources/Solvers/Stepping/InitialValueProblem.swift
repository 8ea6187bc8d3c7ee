import Tensors

/// y' = f(t, y), y(t₀) = y₀ on [t₀, t₁], with a flat state of n numbers.
///
/// To integrate backwards in time, put s = t₀ + t₁ - t.
public struct InitialValueProblem<S: SolverScalar> {
  /// Writes f(t, y) of n numbers: time, state, rate. Called on one thread; keeps no pointer.
  public typealias Rate = (Double, UnsafePointer<S>, UnsafeMutablePointer<S>) -> Void

  /// How methods with implicit stages come by ∂f/∂y.
  public enum Jacobian {
    /// From differences of f, one evaluation for each element of the state.
    case differences
    /// Written by this: time, state, n x n matrix column by column (∂fᵢ/∂yⱼ at j n + i).
    case exact((Double, UnsafePointer<S>, UnsafeMutablePointer<S>) -> Void)
  }

  /// y₀.
  public let initial: [S]
  /// t₀ and t₁.
  public let span: ClosedRange<Double>
  /// How many leading numbers of the state have errors that choose the steps. The others are carried
  /// along; integrals on which no rate depends can do so without harm.
  public let measuredCount: Int
  /// f.
  public let rate: Rate
  /// ∂f/∂y for implicit methods.
  public let jacobian: Jacobian

  /// The problem with these data.
  ///
  /// - Parameters:
  ///   - initial: y₀, at least one number
  ///   - span: from t₀ to t₁
  ///   - measuredCount: the leading numbers whose errors choose the steps; nil for all
  ///   - jacobian: where implicit methods take ∂f/∂y from
  ///   - rate: f
  public init(
    initial: [S], span: ClosedRange<Double>, measuredCount: Int? = nil,
    jacobian: Jacobian = .differences, rate: @escaping Rate
  ) {
    Requirement.check(!initial.isEmpty, "a problem without a state has no solution")
    self.initial = initial
    self.measuredCount = measuredCount ?? initial.count
    Requirement.check(
      1...initial.count ~= self.measuredCount,
      "errors of \(self.measuredCount) of \(initial.count) numbers measure nothing")
    self.span = span
    self.rate = rate
    self.jacobian = jacobian
  }
}
