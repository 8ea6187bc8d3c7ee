/// A network whose Jacobian does not fit the Levenberg-Marquardt method.
public struct NetworkTooLarge: Error, Sendable, Equatable, CustomStringConvertible {
  /// Rows of the Jacobian.
  public let residuals: Int
  /// Columns of the Jacobian.
  public let parameters: Int

  /// What was asked for, the limits, and what to do.
  public var description: String {
    "Levenberg-Marquardt: \(residuals) residuals of \(parameters) parameters; expected at most "
      + "\(LevenbergMarquardt.mostParameters) parameters and \(LevenbergMarquardt.mostElements) "
      + "elements of the Jacobian; use L-BFGS."
  }
}
